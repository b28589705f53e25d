import { type Decimal, format, isWhole, whole, ZERO } from '../decimal/decimal.ts';
import type { CellContent } from '../model/grid.ts';
import type { ShownNumber } from '../model/totalled-table.ts';
import { countPower } from '../scheme/count-unit.ts';
import { matchKey } from '../text/match-key.ts';
import { isMobile } from '../text/personal-numbers.ts';
import { remember } from '../text/remember.ts';
import { brokenCell } from './cell-text.ts';
import { moneyPower, parseMoney } from './money.ts';
import { type ParsedNumber, parseNumber } from './number.ts';
import type { NumberWords } from './number-words.ts';
import { NO_REMARKS, type Reading, type Remark, remark } from './reading.ts';
import { rememberCell } from './remember-cell.ts';

/** What the cell of a number column says; the value is null when it is blank or unreadable. */
export interface NumberReading extends Reading<Decimal | null> {
  readonly state: 'given' | 'nil' | 'blank' | 'unreadable';
  /** The value with what it shows of itself; null when there is none, or only about so much. */
  readonly shown: ShownNumber | null;
}

/** A ledger column or an indicator. */
export interface NumberKind {
  readonly type: 'integer' | 'decimal';
  readonly unit: string;
  /** Amount in `unit` from which its unit is doubted; null for no limit. */
  readonly doubtedFrom: Decimal | null;
}

/** Units that stand around a column, as written. */
export interface UnitsAround {
  readonly header: string | null;
  readonly banner: string | null;
}

const ONE = whole(1);
const BLANK: NumberReading = { value: null, state: 'blank', remarks: NO_REMARKS, shown: null };
const NIL_SHOWN = { value: ZERO, step: ONE, exact: true };
const NIL: NumberReading = { value: ZERO, state: 'nil', remarks: NO_REMARKS, shown: NIL_SHOWN };
const UNREADABLE = refused(remark('NUMBER_UNREADABLE', {}));
const NEGATIVE = refused(remark('NUMBER_NEGATIVE', {}));
const TELEPHONE = refused(remark('NUMBER_TELEPHONE', {}));
const NOT_WHOLE = refused(remark('NUMBER_NOT_WHOLE', {}));

/** A reader for the cells of one number column. */
export function numberReader(
  kind: NumberKind,
  around: UnitsAround,
  words: NumberWords,
): (cell: CellContent | undefined) => NumberReading {
  const readText = textReader(kind, columnPower(kind, around, words), words);
  return (cell) => {
    if (cell === undefined) return BLANK;
    const broken = brokenCell(cell);
    if (broken !== null) return refused(broken);
    // A date or a logical value is no number, even if its serial would be one.
    if (cell.kind === 'date' || cell.kind === 'boolean') return UNREADABLE;
    return readText(cell);
  };
}

type TextReader = (cell: CellContent) => NumberReading;

const readersOf = new WeakMap<NumberWords, Map<string, TextReader>>();

/** What a text says as a number depends on these alone: columns that agree in them, of whatever table, share their memory. */
function textReader(kind: NumberKind, power: number | null, words: NumberWords): TextReader {
  const readers = readersOf.get(words) ?? new Map<string, TextReader>();
  readersOf.set(words, readers);
  const key = [kind.type, kind.unit, kind.doubtedFrom, power].join('\n');
  const known = readers.get(key);
  if (known !== undefined) return known;
  const money = isMoney(kind, words);
  const parse = money ? moneyParser(kind, power, words) : countParser(kind, power ?? 0, words);
  const readText = remember((text: string): NumberReading => {
    if (matchKey(text) === '') return BLANK;
    const parsed = parse(text);
    if (!money && isTelephone(text, parsed)) return TELEPHONE;
    if (parsed === null) return UNREADABLE;
    return 'nil' in parsed ? NIL : judged(parsed, kind);
  });
  const read = rememberCell(readText);
  readers.set(key, read);
  return read;
}

/** The power of ten in which a column counts its unit, money in 万元; null when that cannot be told. A header may say 万人次. */
function columnPower(kind: NumberKind, { header, banner }: UnitsAround, words: NumberWords): number | null {
  if (isMoney(kind, words)) return moneyPower(header, banner, usualPower(kind, words), words);
  return header === null ? 0 : (countPower(matchKey(header), words.countUnits) ?? 0);
}

/** `doubted`: so much that its unit may be another. */
type Quantity = Omit<ParsedNumber, 'unit'> & { readonly doubted?: boolean };
type Parsed = Quantity | { readonly nil: true } | null;

/** Nothing is counted in so many, unless the unit is a small one: what is written so was meant for another column. */
function isTelephone(text: string, parsed: Parsed): boolean {
  if (isMobile(text)) return true;
  return parsed !== null && 'exact' in parsed && parsed.exact && isMobile(format(parsed.value));
}

function isMoney({ unit }: NumberKind, words: NumberWords): boolean {
  return words.moneyUnits.has(matchKey(unit));
}

function usualPower({ unit }: NumberKind, words: NumberWords): number {
  return words.moneyUnits.get(matchKey(unit)) ?? 0;
}

function moneyParser(kind: NumberKind, power: number | null, words: NumberWords): (text: string) => Parsed {
  const { doubtedFrom } = kind;
  const usual = usualPower(kind, words);
  return (text) => {
    const parsed = parseMoney(text, power, words);
    if (parsed === null || 'nil' in parsed) return parsed;
    // A number without unit in a column of the usual one may be meant in another.
    const doubted = parsed.unitOfColumn && power === usual && doubtedFrom !== null && parsed.value >= doubtedFrom;
    const { value, tooFine, step, exact, approximate } = parsed;
    return { value, tooFine, step, exact, approximate, doubted };
  };
}

/** A counting unit may stand behind a count, but none that counts something else (人 in a column of 场次); nor may money. */
function countParser(kind: NumberKind, power: number, words: NumberWords): (text: string) => Parsed {
  const own = matchKey(kind.unit);
  const group = words.unitGroups.get(own) ?? null;
  const suits = (unit: string) => {
    if (unit === own) return true;
    const other = words.unitGroups.get(unit) ?? group;
    return words.countUnits.has(unit) && (group === null || other === group);
  };
  return (text) => {
    if (power === 0 && /^\d{1,15}$/.test(text)) {
      return { value: whole(Number(text)), approximate: false, tooFine: false, step: ONE, exact: true };
    }
    const parsed = parseNumber(text, words, power);
    if (parsed === null || 'nil' in parsed || parsed.unit === null) return parsed;
    return suits(parsed.unit) ? parsed : null;
  };
}

function judged(parsed: Quantity, kind: NumberKind): NumberReading {
  const { value, approximate, tooFine, step } = parsed;
  if (value < ZERO) return NEGATIVE;
  if (kind.type === 'integer' && (tooFine || !isWhole(value))) return NOT_WHOLE;
  const remarks: Remark[] = [];
  if (approximate) remarks.push(remark('NUMBER_APPROXIMATE', { used: format(value) }));
  if (tooFine) remarks.push(remark('NUMBER_TOO_FINE', { used: format(value) }));
  if (parsed.doubted) remarks.push(remark('AMOUNT_LARGE', { amount: format(value), unit: kind.unit }));
  // A count written `3.0` is no rounded one.
  const exact = parsed.exact || (kind.type === 'integer' && step < ONE);
  const shown = approximate ? null : { value, step, exact };
  return { value, state: 'given', remarks: remarks.length === 0 ? NO_REMARKS : remarks, shown };
}

function refused(because: Remark): NumberReading {
  return { value: null, state: 'unreadable', remarks: [because], shown: null };
}
