import { nameOfId } from '../message/subject.ts';
import type { UiTexts } from '../message/ui-texts.ts';
import type { SourceSummary } from '../model/compilation.ts';
import { cellName, columnName } from '../model/place.ts';
import type { Stated } from '../model/recognised.ts';
import type { UnderstoodTable } from '../model/understood.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { matchKey } from '../text/match-key.ts';
import { visibleLine } from '../text/visible.ts';
import type { Session } from './session.ts';

/** What was understood of each file: bureau, period, forms, header, columns, rows; a few lines each. */
export function understoodText(sources: readonly SourceSummary[], scheme: Scheme, session: Session): string {
  return sources.map((source) => `${fileText(source, scheme, session)}\n`).join('\n');
}

function fileText(source: SourceSummary, scheme: Scheme, { texts, paint, language }: Session): string {
  const { understood } = texts;
  const bureau = source.sender && nameOfId(source.sender.value, scheme, language);
  const nameOf = (id: string) => nameOfId(id, scheme, language);
  const rows = understood.rows(source.rows);
  return [
    `${paint.stdout.bold(visibleLine(source.file))}  ${texts.fileState[source.state]}`,
    ...(source.notChecked === null ? [] : [`  ${texts.checked.notChecked(source.notChecked)}`]),
    `  ${understood.bureau(bureau, saidBy(source.sender, texts))}`,
    `  ${understood.period(source.period?.value.id ?? null, saidBy(source.period, texts))}`,
    ...source.tables.flatMap((table) => tableLines(table, nameOf, texts)).map((line) => `  ${visibleLine(line)}`),
    `  ${rows}`,
  ].join('\n');
}

/** Where a fact was read: the kind of source, and the cell when there is one. */
function saidBy(stated: Stated<unknown> | null, { understood }: UiTexts): string | null {
  if (stated === null) return null;
  const { sheet, row, column } = stated.place;
  const cell = row === null || column === null ? '' : cellName(row, column);
  return understood.from[stated.from](
    visibleLine([sheet, cell].filter((part) => part !== null && part !== '').join('!')),
  );
}

function tableLines(
  table: UnderstoodTable,
  nameOf: (id: string) => string,
  { understood, form, comma }: UiTexts,
): readonly string[] {
  const name = table.form === 'unknown' ? understood.unknownForm : form[table.form];
  const unknown = table.columns.filter(({ meaning, header }) => meaning === null && header !== '');
  const known = table.columns.flatMap(({ column, header, meaning }) =>
    meaning === null ? [] : [{ column, header, name: nameOf(meaning) }],
  );
  const renamed = known.filter(({ header, name: own }) => matchKey(header) !== matchKey(own));
  const mapped = renamed.map(({ column, header, name: own }) => `${columnName(column)} ${header} → ${own}`);
  const heading = understood.table(
    table.sheet,
    name,
    table.headerRows,
    table.dataRows,
    table.totalRows,
    table.compiled,
  );
  return [
    heading,
    ...(known.length === 0 ? [] : [`  ${understood.columns(known.length, mapped.join(comma))}`]),
    ...(unknown.length === 0 || table.form === 'unknown'
      ? []
      : [
          `  ${understood.unknownColumns(unknown.map(({ column, header }) => `${columnName(column)} ${header}`).join(comma))}`,
        ]),
  ];
}
