import type { Scheme } from './scheme.ts';

/** `compute`, done once for each scheme: indexes are built on first use and live as long as their scheme. */
export function perScheme<T>(compute: (scheme: Scheme) => T): (scheme: Scheme) => T {
  const done = new WeakMap<Scheme, { readonly value: T }>();
  return (scheme) => {
    const known = done.get(scheme);
    if (known) return known.value;
    const value = compute(scheme);
    done.set(scheme, { value });
    return value;
  };
}

/** Enough for the texts that the files of a quarter show over and over; those that come once must not fill the memory. */
const MOST_TEXTS = 4000;
/** Longer texts are prose, which comes once. */
const LONGEST = 200;

/** `read` with a memory of the latest texts for each scheme. */
export function rememberTexts<T>(read: (text: string, scheme: Scheme) => T): (text: string, scheme: Scheme) => T {
  const memory = perScheme(() => new Map<string, { readonly value: T }>());
  return (text, scheme) => {
    if (text.length > LONGEST) return read(text, scheme);
    const texts = memory(scheme);
    const known = texts.get(text);
    if (known) return known.value;
    const value = read(text, scheme);
    if (texts.size >= MOST_TEXTS) texts.clear();
    texts.set(text, { value });
    return value;
  };
}
