/**
 * The same text, held in one piece.
 *
 * A text that was joined from others is kept as its parts until a character of it is looked at: several times the
 * memory, which matters where a hundred thousand of them are kept.
 */
export function inOnePiece(text: string): string {
  text.charCodeAt(0);
  return text;
}
