const RETURN = 0x0d;
const LINE_FEED = 0x0a;

/** Makes line feeds of carriage returns that none follows: they end lines, too, in old files and in mixed ones. */
export function loneReturnsAsFeeds(text: Buffer, isLast: boolean): void {
  for (let at = text.indexOf(RETURN); at >= 0; at = text.indexOf(RETURN, at + 1)) {
    if (at + 1 === text.length ? isLast : text[at + 1] !== LINE_FEED) text[at] = LINE_FEED;
  }
}
