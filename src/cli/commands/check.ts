import { languageOf } from '../../message/language.ts';
import { buildReport } from '../../report/build.ts';
import type { ReportModel } from '../../report/model.ts';
import { visible } from '../../text/visible.ts';
import { compileReturns } from '../compile-returns.ts';
import { findingsText } from '../findings-text.ts';
import { failOnValue, outcome } from '../outcome.ts';
import { type Session, say } from '../session.ts';
import { summary } from '../summary.ts';
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
  await effects.stdout.write(format === 'json' ? findingsJson(model) : findingsText(model, session));
  await say(session, summary(model, session, []));
  return outcome(session, model, failOn);
}

/** What a machine reads must not depend on the locale, so only `--lang` chooses its wording. */
function jsonLanguage({ options }: Session): 'zh-CN' | 'en' {
  return languageOf(options.lang ?? '') ?? 'zh-CN';
}

/** The report's JSON without its figures and the tables made of them. */
function findingsJson(model: ReportModel): string {
  const { figures: _figures, views: _views, ...rest } = model;
  return `${visible(JSON.stringify(rest, null, 2))}\n`;
}
