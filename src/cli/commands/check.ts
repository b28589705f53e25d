import { buildReport } from '../../report/build.ts';
import type { ReportModel } from '../../report/model.ts';
import { type ReportTable, understoodTables } from '../../report/understood.ts';
import { visible } from '../../text/visible.ts';
import { compileReturns } from '../compile-returns.ts';
import { findingsText } from '../findings-text.ts';
import { failOnValue, outcome } from '../outcome.ts';
import { jsonLanguage, type Session, say } from '../session.ts';
import { summary } from '../summary.ts';
import { understoodText } from '../understood-text.ts';
import { textOrJson } from '../values.ts';
import { VERSION } from '../version.ts';

/** `huizong check`: the findings of each bureau on stdout. */
export async function check(session: Session): Promise<number> {
  const { options, texts, effects } = session;
  const format = textOrJson(options.format, texts.errors);
  const failOn = failOnValue(session, 'error');
  const { compilation, scheme } = await compileReturns(session);
  const language = format === 'text' ? session.language : jsonLanguage(session);
  const model = buildReport(compilation, scheme, { version: VERSION, language });
  if (format === 'json')
    await effects.stdout.write(findingsJson(model, options.verbose ? understoodTables(compilation) : null));
  else {
    if (options.verbose) await effects.stdout.write(`${understoodText(compilation.sources, scheme, session)}\n`);
    await effects.stdout.write(findingsText(model, session));
  }
  await say(session, summary(model, session, []));
  return outcome(session, model, failOn);
}

/** The report's JSON without its figures and what is made of them; with the tables as understood when asked. */
function findingsJson(
  { figures: _figures, views: _views, ...rest }: ReportModel,
  tables: readonly ReportTable[] | null,
): string {
  return `${visible(JSON.stringify(tables === null ? rest : { ...rest, tables }, null, 2))}\n`;
}
