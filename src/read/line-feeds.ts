const RETURN = 0x0d;
const LINE_FEED = 0x0a;

/** A text in UTF-8 whose line ends are `\n` or `\r\n`: lone carriage returns end lines too, in old files and in mixed ones. */
export function withLineFeeds(text: Buffer): Buffer {
  return hasLoneReturn(text) ? lineFeedsOnly(text) : text;
}

/** Whether a carriage return stands in a text that no line feed follows. */
export function hasLoneReturn(text: Buffer): boolean {
  for (let at = text.indexOf(RETURN); at >= 0; at = text.indexOf(RETURN, at + 1)) {
    if (text[at + 1] !== LINE_FEED) return true;
  }
  return false;
}

function lineFeedsOnly(text: Buffer): Buffer {
  const alike = Buffer.allocUnsafe(text.length);
  let kept = 0;
  for (let at = 0; at < text.length; at++) {
    const byte = text[at] ?? 0;
    if (byte === RETURN && text[at + 1] === LINE_FEED) at++;
    alike[kept++] = byte === RETURN ? LINE_FEED : byte;
  }
  return alike.subarray(0, kept);
}
