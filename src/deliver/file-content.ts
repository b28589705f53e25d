/** What a file holds; in pieces where all of it at once would be too much, or is not there. */
export type FileContent = string | Uint8Array | readonly Uint8Array[];

/** It in pieces. */
export function piecesOf(content: FileContent): readonly (string | Uint8Array)[] {
  return typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
}
