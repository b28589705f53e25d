import { deliverFile, refuseFiles } from '../../deliver/deliver-file.ts';
import type { Language } from '../../message/language.ts';
import type { Compilation } from '../../model/compilation.ts';
import { findingsText } from '../../render/findings/text.ts';
import { inChunks } from '../../render/in-chunks.ts';
import { buildReport } from '../../report/build.ts';
import type { ReportModel } from '../../report/model.ts';
import { understoodTables } from '../../report/understood.ts';
import type { Scheme } from '../../scheme/scheme.ts';
import { CHECK_FORMATS, type CheckFormat, renderFindings } from '../check-formats.ts';
import { compileReturns, stopIfCancelled } from '../compile-returns.ts';
import { uiTexts } from '../load-texts.ts';
import { failOnValue, outcome } from '../outcome.ts';
import { PLAIN } from '../paint.ts';
import { jsonLanguage, type Session, say } from '../session.ts';
import { summary } from '../summary.ts';
import { understoodText } from '../understood-text.ts';
import { oneOf } from '../values.ts';
import { VERSION } from '../version.ts';
import { reservedPaths, writeValues } from '../write-values.ts';

/** Widest lines on a terminal: longer ones are hard to read. */
const WIDEST = 110;

/** `huizong check`: the findings of each bureau on stdout, and in the files of `--write`. */
export async function check(session: Session): Promise<number> {
  const { options, texts, effects } = session;
  const format = oneOf('--format', [options.format ?? 'text'].flat().at(-1), CHECK_FORMATS, 'text', texts.errors);
  const wishes = writeValues(session);
  const failOn = failOnValue(session, 'error');
  const { compilation, scheme } = await compileReturns(
    session,
    wishes.map(({ path }) => path),
  );
  const run: CheckRun = { session, compilation, scheme, modelIn: modelsOf(compilation, scheme) };
  await refuseFiles(
    wishes.map(({ path }) => path),
    { force: options.force === true, reserved: reservedPaths(session) },
  );
  for (const wish of wishes) {
    stopIfCancelled(session);
    await deliverFile(wish.path, await rendered(wish.format, run, false));
  }
  for (const chunk of await rendered(format, run, true)) {
    stopIfCancelled(session);
    await effects.stdout.write(chunk);
  }
  const model = run.modelIn(format === 'text' ? session.language : jsonLanguage(session));
  await say(
    session,
    summary(
      model,
      session,
      wishes.map(({ file }) => file),
    ),
  );
  return outcome(session, model, failOn);
}

interface CheckRun {
  readonly session: Session;
  readonly compilation: Compilation;
  readonly scheme: Scheme;
  readonly modelIn: (language: Language) => ReportModel;
}

/** The report in a language, built when it is first asked for. */
function modelsOf(compilation: Compilation, scheme: Scheme): (language: Language) => ReportModel {
  const models = new Map<Language, ReportModel>();
  return (language) => {
    const model = models.get(language) ?? buildReport(compilation, scheme, { version: VERSION, language });
    models.set(language, model);
    return model;
  };
}

/** The findings in a format; colours and wrapping are for the terminal alone. */
async function rendered(format: CheckFormat, run: CheckRun, onStdout: boolean): Promise<Iterable<string>> {
  const { session, compilation, scheme } = run;
  if (format === 'text') return inChunks(textParts(run, onStdout));
  const language = jsonLanguage(session);
  const tables = session.options.verbose ? understoodTables(compilation) : null;
  return renderFindings(format, {
    model: run.modelIn(language),
    texts: await uiTexts(language),
    language,
    scheme,
    tables,
  });
}

function* textParts({ session, compilation, scheme, modelIn }: CheckRun, onStdout: boolean): Iterable<string> {
  const { effects, texts, paint, options, language } = session;
  if (options.verbose && onStdout) yield `${understoodText(compilation.sources, scheme, session)}\n`;
  const { columns } = effects.stdout;
  yield* findingsText(modelIn(language), {
    texts,
    paint: onStdout ? paint.stdout : PLAIN,
    width: onStdout && columns !== null ? Math.min(columns, WIDEST) : null,
    all: options.all === true || !onStdout,
  });
}
