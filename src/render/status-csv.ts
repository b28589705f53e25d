import type { Form } from '../model/recognised.ts';
import type { ReportBureau, ReportModel } from '../report/model.ts';
import { type CsvCell, csvText } from './csv.ts';

/** 报送情况 as CSV: who is due, then who else sent something, then files of unknown senders. */
export function statusCsv(model: Pick<ReportModel, 'coverage' | 'labels'>): string {
  const { coverage, labels } = model;
  const { columns: words } = labels;
  const heading = [
    words.bureau,
    words.code,
    words.due,
    words.state,
    words.nil,
    words.timeliness,
    words.deadline,
    words.received,
    words.daysLate,
    words.forms,
    words.lackingForms,
    words.files,
  ];
  return csvText([
    heading,
    ...coverage.bureaus.map((bureau) => bureauRow(bureau, words.yes, model)),
    ...coverage.offRoster.map((bureau) => bureauRow(bureau, words.no, model)),
    ...coverage.unknownSenders.map(({ file, name }) => {
      const state = labels.fileState.unknownSender;
      return [name, '', words.no, state, ...Array.from({ length: heading.length - 5 }, () => ''), file];
    }),
  ]);
}

function bureauRow(one: ReportBureau, due: string, { labels }: Pick<ReportModel, 'labels'>): readonly CsvCell[] {
  const { bureau, name, state, nil, timeliness, deadline, received, daysLate, forms, lackingForms, files } = one;
  const reported = state === 'accepted' || state === 'provisional';
  return [
    name,
    bureau,
    due,
    labels.state[state],
    nil ? labels.columns.yes : '',
    reported ? labels.timeliness[timeliness] : '',
    deadline,
    received,
    daysLate,
    formNames(forms, labels),
    formNames(lackingForms, labels),
    files.join('\n'),
  ];
}

/** 催报名单 as CSV. */
export function chaseCsv({ views, labels }: Pick<ReportModel, 'views' | 'labels'>): string {
  const { columns: words } = labels;
  return csvText([
    [words.bureau, words.code, words.why, words.lackingForms, words.deadline, words.received, words.daysLate],
    ...views.chase.map(({ bureau, name, why, lackingForms, deadline, received, daysLate }) => {
      return [name, bureau, labels.chase[why], formNames(lackingForms, labels), deadline, received, daysLate];
    }),
  ]);
}

function formNames(forms: readonly Form[], labels: ReportModel['labels']): string {
  return forms.map((form) => labels.form[form]).join(labels.listSeparator);
}
