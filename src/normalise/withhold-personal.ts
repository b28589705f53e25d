import { type Activities, eachActivity } from '../model/activities.ts';
import { packedActivities } from '../model/activity-packer.ts';
import { changedColumn, valueAt } from '../model/coded-column.ts';
import type { Activity, FiledReturn, FiledTable } from '../model/filed-return.ts';
import type { ArgValue, Finding, Raw } from '../model/finding.ts';
import type { Place } from '../model/place.ts';
import type { Stated, TableColumn } from '../model/recognised.ts';
import type { TotalledTable } from '../model/totalled-table.ts';
import type { UnderstoodTable } from '../model/understood.ts';
import { headerDictionary, headerKey } from '../scheme/dictionary.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { associationKey } from '../text/association-key.ts';
import { maskedNames } from './masked-names.ts';
import { type Mask, personalMask } from './personal-text.ts';

/** All of a file that later stages know, before anything is withheld. */
type Withheld = Pick<
  FiledReturn,
  'file' | 'sender' | 'unknownSender' | 'period' | 'activities' | 'rowsAside' | 'tables' | 'understood'
> & { readonly totalled: readonly TotalledTable[] };

/**
 * A file and its findings without personal data, under the name that is printed.
 *
 * Here texts leave the sheets: what this function lets pass is all that findings, values, tables and with them every
 * output can show. Keys by which rows are matched follow the masked texts.
 */
export function withholdPersonal<T extends Withheld>(
  filed: T,
  findings: readonly Finding[],
  printed: string,
  scheme: Scheme,
): { readonly filed: T; readonly findings: readonly Finding[] } {
  const mask = personalMask(scheme);
  const sheets = maskedNames(sheetNames(filed, findings), mask);
  const sheetName = (sheet: string | null) => (sheet === null ? null : (sheets.get(sheet) ?? sheet));
  const isSamePlace = printed === filed.file && sheets.size === 0;
  const placeOf = (place: Place): Place => ({ ...place, file: printed, sheet: sheetName(place.sheet) });
  const inSheet = <S extends { readonly sheet: string | null }>(of: S): S => ({ ...of, sheet: sheetName(of.sheet) });
  const stated = <V>(of: Stated<V> | null) => of && { ...of, place: placeOf(of.place), text: mask(of.text) };
  const columns = columnMask(mask, scheme);
  return {
    filed: {
      ...filed,
      file: printed,
      sender: stated(filed.sender),
      unknownSender: filed.unknownSender === null ? null : mask(filed.unknownSender),
      period: stated(filed.period),
      activities: maskedActivities(filed.activities, mask),
      rowsAside: filed.rowsAside.map(inSheet),
      tables: filed.tables.map((table) => maskedTable(inSheet(table), columns, mask)),
      understood: filed.understood.map(
        (table): UnderstoodTable => ({ ...inSheet(table), columns: columns(table.columns) }),
      ),
      totalled: filed.totalled.map((table): TotalledTable => ({ ...inSheet(table), file: printed })),
    },
    findings: findings.map((finding) => {
      const masked = maskedFinding(finding, mask);
      return isSamePlace ? masked : { ...masked, place: placeOf(masked.place) };
    }),
  };
}

/** A finding with its texts masked; its place is another's to mask. */
export function maskedFinding(finding: Finding, mask: Mask): Finding {
  const raw = maskedRaw(finding.raw, mask);
  const args = maskedArgs(finding.args, mask);
  const others = maskedRaws(finding.alsoRaws, mask);
  if (raw === finding.raw && args === finding.args && others === finding.alsoRaws) return finding;
  return others === undefined ? { ...finding, raw, args } : { ...finding, raw, args, alsoRaws: others };
}

function maskedRaw(raw: Raw, mask: Mask): Raw {
  return raw === null ? null : mask(raw);
}

function maskedRaws(raws: Finding['alsoRaws'], mask: Mask): Finding['alsoRaws'] {
  const masked = raws?.map((raw) => maskedRaw(raw, mask));
  return masked?.every((raw, at) => raw === raws?.[at]) ? raws : masked;
}

/** Arguments are shared by many findings, and most hold nothing to mask: they stay what they are. */
function maskedArgs(args: Finding['args'], mask: Mask): Finding['args'] {
  let changed: Record<string, ArgValue> | null = null;
  for (const name in args) {
    const value = args[name] ?? '';
    const masked = maskedArg(value, mask);
    if (masked !== value) changed = { ...(changed ?? args), [name]: masked };
  }
  return changed ?? args;
}

function maskedArg(value: ArgValue, mask: Mask): ArgValue {
  if (typeof value === 'number') return value;
  if (typeof value === 'string') return mask(value);
  const masked = value.map(mask);
  return masked.every((text, at) => text === value[at]) ? value : masked;
}

function sheetNames({ rowsAside, tables, understood }: Withheld, findings: readonly Finding[]): readonly string[] {
  const names = new Set<string | null>();
  for (const { sheet } of [...tables, ...understood, ...rowsAside]) names.add(sheet);
  for (const { place } of findings) names.add(place.sheet);
  return [...names].flatMap((sheet) => sheet ?? []);
}

/** Most files hold nothing to mask, and their rows stay what they are. */
function maskedActivities(activities: Activities, mask: Mask): Activities {
  const title = changedColumn(activities.title, mask);
  const venue = changedColumn(activities.venue, mask);
  const associationName = changedColumn(activities.associationName, mask);
  const masked = { ...activities, title, venue, associationName };
  if (associationName !== activities.associationName) return packedActivities(keyedAnew(activities, masked));
  return title === activities.title && venue === activities.venue ? activities : masked;
}

/** Keys that are made of names follow them. */
function* keyedAnew(activities: Activities, masked: Activities): Generator<Activity> {
  let at = 0;
  for (const row of eachActivity(masked)) {
    const isKeyed = row.association === associationKey(valueAt(activities.associationName, at++));
    yield isKeyed ? { ...row, association: associationKey(row.associationName) } : row;
  }
}

type MaskColumns = (columns: readonly TableColumn[]) => readonly TableColumn[];

/** What a personal column is called shows, but nothing that may have got into its header from the rows below. */
function columnMask(mask: Mask, scheme: Scheme): MaskColumns {
  const personal = new Map(scheme.columns.flatMap(({ id, type, name }) => (type === 'personal' ? [[id, name]] : [])));
  const dictionaries = (['ledger', 'summary'] as const).map((form) => headerDictionary(scheme, form));
  const isKnown = (header: string) => dictionaries.some((known) => known.has(headerKey(header, scheme).key));
  return (columns) =>
    columns.map((column) => {
      const name = personal.get(column.meaning ?? '');
      const header = name === undefined || isKnown(column.header) ? column.header : name;
      return { ...column, header: mask(header) };
    });
}

function maskedTable(table: FiledTable, columns: MaskColumns, mask: Mask): FiledTable {
  const lines = table.lines?.map((line) => ({ ...line, label: mask(line.label) })) ?? null;
  return { ...table, lines, columns: columns(table.columns) };
}
