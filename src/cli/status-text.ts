import type { ReportBureau, ReportModel } from '../report/model.ts';
import type { ChaseEntry } from '../report/views.ts';
import { visible } from '../text/visible.ts';
import { displayWidth, padEnd } from '../text/width.ts';
import { changedBureaus, changesLine } from './changes-text.ts';
import type { Session } from './session.ts';
import { coverageText } from './summary.ts';

/** Who has reported, as a table; then who else sent something, and the chase list. */
export function statusText(model: ReportModel, session: Session): string {
  const { texts, paint } = session;
  const { coverage, views } = model;
  const { columns, rates, offRoster, unknownSenders } = texts.status;
  const bold = paint.stdout.bold;
  const heading = [
    columns.bureau,
    columns.state,
    columns.timeliness,
    columns.received,
    columns.deadline,
    columns.forms,
  ];
  const blocks = [
    [
      bold(visible(titleOf(model, session))),
      coverageText(model, texts),
      rates(views.coverage.rates, views.coverage.untimed),
    ],
    coverage.bureaus.length === 0 ? [] : table([heading, ...coverage.bureaus.map((one) => cells(one, session))], bold),
    coverage.offRoster.length === 0
      ? []
      : [bold(offRoster(coverage.offRoster.length)), ...table(coverage.offRoster.map((one) => cells(one, session)))],
    coverage.unknownSenders.length === 0
      ? []
      : [
          bold(unknownSenders(coverage.unknownSenders.length)),
          ...table(coverage.unknownSenders.map(({ file, name }) => [file, name])),
        ],
    changeLines(model, session),
    chaseLines(model, session),
  ];
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => `${block.join('\n')}\n`)
    .join('\n');
}

/** The chase list alone. */
export function chaseText(model: ReportModel, session: Session): string {
  return `${session.paint.stdout.bold(visible(titleOf(model, session)))}\n\n${chaseLines(model, session).join('\n')}\n`;
}

function titleOf({ period, area, asOf }: ReportModel, { texts, language }: Session): string {
  return texts.heading(language === 'en' ? period.id : period.label, area.name, asOf);
}

function cells(bureau: ReportBureau, { texts }: Session): readonly string[] {
  const { name, state, nil, timeliness, received, deadline, forms } = bureau;
  const { status } = texts;
  const reported = state === 'accepted' || state === 'provisional';
  return [
    name,
    nil ? status.nil(texts.state[state]) : texts.state[state],
    reported ? status.timeliness[timeliness] : '',
    received ?? '',
    deadline ?? '',
    forms.map((form) => texts.form[form]).join(texts.comma),
  ];
}

function changeLines({ changes }: ReportModel, { texts, paint }: Session): readonly string[] {
  if (changes === null) return [];
  const rows = changedBureaus(changes, texts);
  const line = visible(changesLine(changes, texts.changes));
  if (rows.length === 0) return [line, texts.changes.none];
  return [line, paint.stdout.bold(texts.changes.bureaus(rows.length)), ...table(rows)];
}

function chaseLines({ views: { chase } }: ReportModel, session: Session): readonly string[] {
  const { texts, paint } = session;
  if (chase.length === 0) return [texts.status.noChase];
  return [
    paint.stdout.bold(texts.status.chase(chase.length)),
    ...table(chase.map((entry) => chaseCells(entry, session))),
  ];
}

function chaseCells(
  { name, why, lackingForms, deadline, daysLate }: ChaseEntry,
  { texts }: Session,
): readonly string[] {
  const { status } = texts;
  const forms = lackingForms.map((form) => texts.form[form]).join(texts.comma);
  return [
    name,
    forms === '' ? status.why[why] : status.lacking(status.why[why], forms),
    deadline === null ? '' : status.due(deadline),
    daysLate === null ? '' : status.days(daysLate),
  ];
}

/** Rows as aligned columns; what users wrote shows its hidden characters. */
function table(
  rows: readonly (readonly string[])[],
  first: (text: string) => string = (text) => text,
): readonly string[] {
  const shown = rows.map((row) => row.map((cell) => visible(cell).replaceAll('\n', ' ')));
  const widths = (shown[0] ?? []).map((_, at) => Math.max(...shown.map((row) => displayWidth(row[at] ?? ''))));
  const lines = shown.map((row) => `  ${row.map((cell, at) => padEnd(cell, widths[at] ?? 0)).join('  ')}`.trimEnd());
  return lines.map((line, at) => (at === 0 ? first(line) : line));
}
