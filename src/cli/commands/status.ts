import { UsageError } from '../../model/errors.ts';
import type { Templates } from '../../render/template-source.ts';
import { buildReport } from '../../report/build.ts';
import type { ReportModel } from '../../report/model.ts';
import { visible } from '../../text/visible.ts';
import { compileReturns } from '../compile-returns.ts';
import { outcome } from '../outcome.ts';
import { type RecordedReceipts, recordReceipts } from '../record-receipts.ts';
import { type Session, say } from '../session.ts';
import { chaseText, statusText } from '../status-text.ts';
import { oneOf } from '../values.ts';
import { VERSION } from '../version.ts';

const FORMATS = ['text', 'json', 'csv', 'md'] as const;

/** `huizong status`: who has reported, when, and who has to be chased, on stdout. */
export async function status(session: Session): Promise<number> {
  const { options, texts, workspace, effects } = session;
  const format = oneOf('--format', [options.format ?? 'text'].flat().at(-1), FORMATS, 'text', texts.errors);
  if (options.record === true && workspace === null) throw new UsageError(texts.errors.recordNeedsWorkspace);
  const templates = format === 'md' ? await documentTemplates(session) : new Map();
  const { compilation, scheme, since } = await compileReturns(session);
  // Documents are Chinese in every language of the program, as the report is.
  const model = buildReport(compilation, scheme, { version: VERSION, language: 'zh-CN', since });
  const recorded =
    options.record === true && workspace !== null ? await recordReceipts(workspace.folder, compilation, scheme) : null;
  await effects.stdout.write(await product(format, model, { recorded, templates }, session));
  if (recorded !== null) await say(session, visible(recordedText(recorded, compilation.asOf, session)));
  return outcome(session, model, 'never');
}

async function product(
  format: (typeof FORMATS)[number],
  model: ReportModel,
  { recorded, templates }: { readonly recorded: RecordedReceipts | null; readonly templates: Templates },
  session: Session,
): Promise<string> {
  const chaseOnly = session.options.chase === true;
  switch (format) {
    case 'text':
      return chaseOnly ? chaseText(model, session) : statusText(model, session);
    case 'json':
      return json(model, chaseOnly, recorded);
    case 'csv': {
      const { chaseCsv, statusCsv } = await import('../../render/status-csv.ts');
      return chaseOnly ? chaseCsv(model) : statusCsv(model);
    }
    case 'md': {
      const { renderMarkdown } = await import('../../render/markdown.ts');
      return renderMarkdown(model, templates, chaseOnly ? 'chase' : 'status');
    }
  }
}

async function documentTemplates(session: Session): Promise<Templates> {
  const { soundTemplates } = await import('../session-templates.ts');
  return soundTemplates(session, [session.options.chase === true ? 'chase.md.hbs' : 'status.md.hbs']);
}

/** The keys of the report's JSON that are about who reported, the rates and the chase list. */
function json(model: ReportModel, chaseOnly: boolean, recorded: RecordedReceipts | null): string {
  const { schemaVersion, tool, scheme, period, asOf, area, coverage, sources, changes, views } = model;
  const head = { schemaVersion, tool, scheme, period, asOf, area };
  const rest = chaseOnly ? {} : { coverage, rates: views.coverage.rates, sources, changes };
  const added = recorded === null ? {} : { recorded: recorded.added };
  return `${visible(JSON.stringify({ ...head, ...rest, chase: views.chase, ...added }, null, 2))}\n`;
}

function recordedText({ path, added }: RecordedReceipts, asOf: string, { texts }: Session): string {
  if (added.length === 0) return texts.status.nothingToRecord(path);
  return [texts.status.recorded(path, added.length, asOf), ...added.map(({ file }) => `  ${file}`)].join('\n');
}
