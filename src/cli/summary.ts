import type { UiTexts } from '../message/ui-texts.ts';
import type { BureauState } from '../model/compilation.ts';
import { severityCounts } from '../render/findings/entry.ts';
import { severityText } from '../render/findings/severity-text.ts';
import type { ReportModel } from '../report/model.ts';
import { visibleLine } from '../text/visible.ts';
import { displayWidth, padEnd } from '../text/width.ts';
import { changesLine } from './changes-text.ts';
import { checkedLines, ruleLines } from './checked-text.ts';
import type { Session } from './session.ts';

const STATES: readonly BureauState[] = ['accepted', 'provisional', 'rejected', 'missing', 'exempt'];
/** States whose bureaus are named: somebody has to act. */
const NAMED: ReadonlySet<BureauState> = new Set(['provisional', 'rejected', 'missing']);
/** How many names stand in a line. */
const NAMES = 6;

/** What a run came to, in a few lines: who reported, what was counted, what was found, where the report is. */
export function summary(model: ReportModel, session: Session, written: readonly string[]): string {
  const { texts, paint, options, language } = session;
  const { labels } = texts;
  const period = language === 'en' ? model.period.id : model.period.label;
  const lines: (readonly [string, string])[] = [
    [labels.returns, coverageText(model, texts)],
    [labels.rows, rows(model, texts)],
    [labels.findings, severityText(severityCounts(model.findings), texts)],
    ...(model.changes === null ? [] : [[texts.changes.label, changesLine(model.changes, texts.changes)] as const]),
    ...checkedLines(model, texts),
    ...others(model, texts).map((line) => [labels.others, line] as const),
    ...written.map((path) => [labels.written, path] as const),
  ];
  const width = Math.max(...lines.map(([label]) => displayWidth(label))) + 2;
  return [
    paint.stderr.bold(visibleLine(texts.heading(period, model.area.name, model.asOf))),
    ...lines.map(([label, text]) => `  ${paint.stderr.dim(padEnd(label, width))}${visibleLine(text)}`),
    ...(options.verbose ? [...sources(model, texts), ...ruleLines(model, texts)] : []),
  ].join('\n');
}

/** How many bureaus are in each state, with the names of those that have to act. */
export function coverageText({ coverage: { due, nil, bureaus } }: ReportModel, texts: UiTexts): string {
  const states = STATES.flatMap((state) => {
    const names = bureaus.filter((bureau) => bureau.state === state).map(({ name }) => name);
    if (names.length === 0) return [];
    const shown = NAMED.has(state) ? names.slice(0, NAMES) : [];
    return [
      texts.stateCount(texts.state[state], names.length, shown, NAMED.has(state) ? names.length - shown.length : 0),
    ];
  });
  return [texts.due(due), ...states, ...(nil > 0 ? [texts.nil(nil)] : [])].join(texts.semicolon);
}

function rows({ views }: ReportModel, texts: UiTexts): string {
  const { data, counted, setAside } = views.rows;
  const reasons = views.setAside.map(({ reason, rows }) => texts.reason(texts.setAside[reason], rows));
  const own = texts.rows(data, counted, setAside, reasons);
  return views.earlierFiles > 0 ? own + texts.semicolon + texts.earlierFiles(views.earlierFiles) : own;
}

function others({ coverage: { unknownSenders } }: ReportModel, texts: UiTexts): readonly string[] {
  if (unknownSenders.length === 0) return [];
  const files = unknownSenders.map(({ file }) => file);
  return [texts.unknownSenders(files.slice(0, NAMES), Math.max(0, files.length - NAMES))];
}

function sources({ sources }: ReportModel, texts: UiTexts): readonly string[] {
  return sources.map(({ file, state, forms, rows }) =>
    visibleLine(
      `    ${texts.source(
        file,
        texts.fileState[state],
        forms.map((form) => texts.form[form]),
        rows.data,
        rows.counted,
      )}`,
    ),
  );
}
