/** A text on one line and at most `length` characters long, cut with an ellipsis. */
export function shorten(text: string, length: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const characters = [...line.slice(0, 2 * length + 2)];
  return characters.length <= length ? line : `${characters.slice(0, length - 1).join('')}…`;
}
