/** Sequences of keys that are no text: arrows and the like. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const KEYS = /\u001B(?:\[[0-9;?]*[ -/]*[@-~]|O.|.)?/gu;
const CANCEL = 3;
const END = 4;
const SUSPEND = 26;

/**
 * What a terminal typed, in pieces that end with an Enter each, but for the last; Ctrl-C stands alone. Ctrl-D is one, and
 * Ctrl-Z (undo, for most clerks) is nothing: by either a prompt would stop listening and wait for ever.
 */
export function piecesOf(typed: Buffer): readonly Buffer[] {
  const data = Buffer.from(typed.filter((byte) => byte !== SUSPEND).map((byte) => (byte === END ? CANCEL : byte)));
  const pieces: Buffer[] = [];
  let from = 0;
  const cut = (to: number) => {
    if (to > from) pieces.push(data.subarray(from, to));
    from = to;
  };
  for (let at = 0; at < data.length; at++) {
    if (data[at] === CANCEL) cut(at);
    if (data[at] === CANCEL || isEnter(data[at])) cut(at + 1);
  }
  cut(data.length);
  return pieces;
}

function isEnter(byte: number | undefined): boolean {
  return byte === 13 || byte === 10;
}

/** Whether a piece is a line of text: more than keys, and entered. */
export function isTyped(piece: Buffer): boolean {
  return isEnter(piece.at(-1)) && hasText(piece);
}

function hasText(piece: Buffer): boolean {
  return /[^\p{Cc}]/u.test(piece.toString('utf8').replace(KEYS, ''));
}

/** How many lines pieces are; what was not entered yet is one if it is text. */
export function enteredLines(pieces: readonly Buffer[]): number {
  const last = pieces.at(-1);
  const isOpen = last !== undefined && !isEnter(last.at(-1)) && hasText(last);
  return pieces.filter((piece) => isEnter(piece.at(-1))).length + (isOpen ? 1 : 0);
}

/** The pieces before a Ctrl-C. */
export function untilCancelled(pieces: readonly Buffer[]): readonly Buffer[] {
  const at = pieces.findIndex((piece) => piece[0] === CANCEL);
  return at < 0 ? pieces : pieces.slice(0, at);
}
