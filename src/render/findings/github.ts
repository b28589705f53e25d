import type { UiTexts } from '../../message/ui-texts.ts';
import type { Severity } from '../../model/finding.ts';
import type { ReportFinding, ReportModel } from '../../report/model.ts';
import { visible } from '../../text/visible.ts';
import { bureauName, cellsText, entriesByBureau, problemText, remedyText } from './entry.ts';

/** Ranges of cells told in a title. */
const RANGES = 4;
const COMMAND: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** An explained finding is listed, not counted. */
function commandOf({ severity, explained }: ReportFinding): string {
  return COMMAND[explained === null ? severity : 'info'];
}

/**
 * The findings as workflow commands, which GitHub shows as annotations: a line an entry, errors of all bureaus first.
 *
 * A line number is given for text files only: what GitHub shows of a workbook has no lines.
 */
export function* findingsGithub(model: ReportModel, texts: UiTexts): Iterable<string> {
  const bureaus = entriesByBureau(model);
  for (const command of Object.values(COMMAND)) {
    for (const { bureau, entries } of bureaus) {
      const name = bureauName(bureau, model, texts);
      for (const entry of entries) if (commandOf(entry) === command) yield annotation(entry, name, texts);
    }
  }
}

function annotation(entry: ReportFinding, name: string, texts: UiTexts): string {
  const place = cellsText(entry, RANGES) + (entry.count > 1 ? texts.places(entry.count) : '');
  const title = [name, entry.code, place].filter((part) => part !== '').join('  ');
  const line = entry.sheet === null ? /^[A-Z]*(\d+)/.exec(entry.cells[0] ?? '')?.[1] : undefined;
  const properties = [
    `file=${property(entry.file)}`,
    ...(line === undefined ? [] : [`line=${line}`]),
    `title=${property(title)}`,
  ];
  return `::${commandOf(entry)} ${properties.join(',')}::${data([...problemText(entry, texts), remedyText(entry, texts)].join('\n'))}\n`;
}

function data(text: string): string {
  return visible(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
