const MARKUP: unique symbol = Symbol('markup');

/** What a helper has made and escaped itself: printed as it stands. The data, being JSON, can hold none. */
export interface Markup {
  readonly [MARKUP]: string;
}

export function markup(text: string): Markup {
  return { [MARKUP]: text };
}

/** The text of a markup; null for every other value. */
export function markupText(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, MARKUP)) return null;
  return (value as Markup)[MARKUP];
}
