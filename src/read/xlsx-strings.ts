import { SPREADSHEET } from '../ooxml/namespaces.ts';
import { type Package, readXmlPart } from '../ooxml/package.ts';
import { PackageError } from '../ooxml/package-error.ts';
import { codes, vocabulary } from '../ooxml/vocabulary.ts';
import { unescapeOoxml } from '../ooxml/xml-text.ts';
import { NOT_TAKEN } from '../ooxml/xml-tokenizer.ts';
import { matches, plainTextEnd } from './plain-bytes.ts';
import { cutText, MAX_CELL_TEXT, type ReadBudget } from './read-budget.ts';

const ELEMENT = codes('sst', 'si', 't', 'r');
const WORDS = vocabulary({ namespace: SPREADSHEET, elements: ELEMENT, attributes: {} });
const MAX_STRINGS = 2_097_152;

/** How nearly all strings are written; others are told by the tokenizer. */
const PLAIN_START = Buffer.from('<si><t>');
const PLAIN_END = Buffer.from('</t></si>');

/** The shared strings of a workbook, by index. */
export interface SharedStrings {
  readonly texts: readonly string[];
  /** Indexes of texts that were cut. */
  readonly cut: ReadonlySet<number>;
}

export const NO_STRINGS: SharedStrings = { texts: [], cut: new Set() };

/** Reads the shared strings; runs of rich text joined, phonetic guides left out. Throws `PackageError`. */
export async function readSharedStrings(pack: Package, part: string, budget: ReadBudget): Promise<SharedStrings> {
  const texts: string[] = [];
  const cut = new Set<number>();
  let text = '';
  let inItem = false;
  let inRun = false;
  let inText = false;

  function keep(whole: string): void {
    if (texts.length === MAX_STRINGS) throw new PackageError('strings', part);
    if (whole.length > MAX_CELL_TEXT) cut.add(texts.length);
    const kept = cutText(whole);
    budget.takeText(kept.length);
    texts.push(kept);
  }

  await readXmlPart(pack, part, WORDS, {
    shortcut: {
      depth: 2,
      read(bytes, at) {
        if (!matches(bytes, at, PLAIN_START)) return NOT_TAKEN;
        const from = at + PLAIN_START.length;
        const to = plainTextEnd(bytes, from);
        if (to < 0 || !matches(bytes, to, PLAIN_END)) return NOT_TAKEN;
        keep(unescapeOoxml(bytes.toString('utf8', from, to)));
        return to + PLAIN_END.length;
      },
    },
    open(element, _attributes, depth) {
      if (depth === 1) {
        if (element !== ELEMENT.sst) throw new PackageError('root', part);
      } else if (depth === 2) {
        inItem = element === ELEMENT.si;
        text = '';
      } else if (depth === 3) {
        inRun = inItem && element === ELEMENT.r;
        inText = inItem && element === ELEMENT.t;
      } else if (depth === 4) {
        inText = inRun && element === ELEMENT.t;
      }
    },
    close(_element, depth) {
      inText = false;
      if (depth !== 2 || !inItem) return;
      keep(unescapeOoxml(text));
    },
    text(bytes, from, to) {
      if (inText && text.length <= MAX_CELL_TEXT) text += bytes.toString('utf8', from, to);
    },
  });
  return { texts, cut };
}
