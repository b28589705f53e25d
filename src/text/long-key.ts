const DROP = 0;
/** What only Unicode's own rules can tell. */
const UNKNOWN = 1;

/** What each unit of UTF-16 becomes in a match key by itself. */
const BECOMES = becomes();
let written = new Uint16Array(1024);

/**
 * The match key of a text of Han characters, ASCII, their wide forms and the marks between them alone, in one pass; null for
 * any other. Files of long texts are keyed a hundred million letters at a time.
 */
export function longKey(text: string): string | null {
  if (written.length < text.length) written = new Uint16Array(2 * text.length);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = BECOMES[text.charCodeAt(at)] ?? UNKNOWN;
    if (unit === UNKNOWN) return null;
    if (unit !== DROP) written[length++] = unit;
  }
  return Buffer.from(written.buffer, 0, 2 * length).toString('utf16le');
}

function becomes(): Uint16Array {
  const units = new Uint16Array(0x10000).fill(UNKNOWN);
  const keep = (from: number, to: number) => {
    for (let unit = from; unit <= to; unit++) units[unit] = unit;
  };
  keep(0x4e00, 0x9fff);
  keep(0x21, 0x7e);
  // 、。〃 and brackets, which have no other form.
  keep(0x3001, 0x3003);
  keep(0x3008, 0x3011);
  keep(0x3014, 0x301b);
  for (let unit = 0x61; unit <= 0x7a; unit++) units[unit] = unit - 0x20;
  // Dashes, ·, ×.
  keep(0x2013, 0x2015);
  keep(0xb7, 0xb7);
  keep(0xd7, 0xd7);
  // What is invisible, and the spaces of other widths.
  units.fill(DROP, 0x2000, 0x2010).fill(DROP, 0x2028, 0x2030).fill(DROP, 0x205f, 0x2070);
  for (const dropped of '\t\n\v\f\r \u00a0\u00ad\ufeff\u3000"\'“”‘’「」『』〝〞') units[dropped.charCodeAt(0)] = DROP;
  for (let unit = 0x21; unit <= 0x7e; unit++) units[unit + 0xfee0] = units[unit] ?? UNKNOWN;
  return units;
}
