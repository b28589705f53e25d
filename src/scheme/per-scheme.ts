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
