import { SPREADSHEET } from '../ooxml/namespaces.ts';
import { type Package, readXmlPart } from '../ooxml/package.ts';
import { PackageError } from '../ooxml/package-error.ts';
import { codes, vocabulary } from '../ooxml/vocabulary.ts';
import { unescapeOoxml } from '../ooxml/xml-text.ts';
import { NOT_TAKEN } from '../ooxml/xml-tokenizer.ts';
import { plainTextEnd, viewOf, word } from './plain-bytes.ts';
import { cutText, MAX_CELL_TEXT, type ReadBudget } from './read-budget.ts';
import { runFormat } from './run-text.ts';
import { uncheckedSlice } from './utf8-text.ts';

const ELEMENT = codes('sst', 'si', 't', 'r', 'rPr', 'vertAlign', 'strike');
const ATTRIBUTE = codes('val');
const WORDS = vocabulary({ namespace: SPREADSHEET, elements: ELEMENT, attributes: ATTRIBUTE });
const MAX_STRINGS = 2_097_152;

/** Nearly all strings are written `<si><t>…</t></si>`; others are told by the tokenizer. */
const ITEM = word('<si>');
const TEXT = word('><t>');
const TEXT_END = word('</t>');
const ITEM_END = word('</si');
const GREATER = 0x3e;
/** Bytes of an empty one. */
const ITEM_SIZE = 16;

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
  const view = viewOf();
  let text = '';
  let inItem = false;
  let inRun = false;
  let inText = false;
  let inFormat = false;
  const format = runFormat();

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
        const words = view(bytes);
        let end = NOT_TAKEN;
        for (let item = at; item + ITEM_SIZE <= bytes.length; item = end) {
          if (words.getInt32(item) !== ITEM || words.getInt32(item + 3) !== TEXT) break;
          const from = item + 7;
          const to = plainTextEnd(bytes, from);
          if (to < 0 || to + 9 > bytes.length) break;
          if (words.getInt32(to) !== TEXT_END || words.getInt32(to + 4) !== ITEM_END || bytes[to + 8] !== GREATER)
            break;
          keep(unescapeOoxml(uncheckedSlice(bytes, from, to)));
          end = to + 9;
        }
        return end;
      },
    },
    open(element, attributes, depth) {
      if (depth === 1) {
        if (element !== ELEMENT.sst) throw new PackageError('root', part);
      } else if (depth === 2) {
        inItem = element === ELEMENT.si;
        text = '';
      } else if (depth === 3) {
        inRun = inItem && element === ELEMENT.r;
        format.clear();
        inText = inItem && element === ELEMENT.t;
      } else if (depth === 4) {
        inText = inRun && element === ELEMENT.t;
        inFormat = inRun && element === ELEMENT.rPr;
      } else if (depth === 5 && inFormat) {
        if (element === ELEMENT.vertAlign) format.vertAlign(attributes.text(ATTRIBUTE.val));
        else if (element === ELEMENT.strike) format.strike(attributes.text(ATTRIBUTE.val));
      }
    },
    close(_element, depth) {
      inText = false;
      if (depth !== 2 || !inItem) return;
      keep(unescapeOoxml(text));
    },
    text(bytes, from, to) {
      if (!inText || text.length > MAX_CELL_TEXT) return;
      text += format.placed(uncheckedSlice(bytes, from, to));
    },
  });
  return { texts, cut };
}
