import { join, relative } from 'node:path';
import { deliver } from '../../deliver/deliver.ts';
import { piecesOf } from '../../deliver/file-content.ts';
import { UsageError } from '../../model/errors.ts';
import { FORMATS } from '../../model/manifest.ts';
import type { Templates } from '../../render/template-source.ts';
import { buildReport } from '../../report/build.ts';
import { compileReturns, stopIfCancelled } from '../compile-returns.ts';
import { DEFAULT_FORMATS, documentsOf, type Format, type RenderedFile, renderReports } from '../formats.ts';
import { failOnValue, outcome } from '../outcome.ts';
import { type Session, say } from '../session.ts';
import { sessionNarrative } from '../session-narrative.ts';
import { summary } from '../summary.ts';
import { splitValue, unitFolder, unitReports } from '../unit-reports.ts';
import { oneOf } from '../values.ts';
import { VERSION } from '../version.ts';

/** `huizong report`: check, compile, render, write. */
export async function report(session: Session): Promise<number> {
  const { options, effects } = session;
  const formats = formatValues(session);
  const failOn = failOnValue(session, 'never');
  const split = splitValue(session);
  const narrativeOf = await sessionNarrative(session);
  const templates = await templatesOf(formats, session);
  const compiled = await compileReturns(session);
  const { compilation, scheme, output, since } = compiled;
  const narrative = await narrativeOf(compilation.period);
  // The report is Chinese in every language of the program: the same returns give the same bytes everywhere.
  const model = buildReport(compilation, scheme, { version: VERSION, language: 'zh-CN', since, narrative });
  const stop = () => stopIfCancelled(session);
  const files = await renderReports(model, formats, templates, options.output !== '-', stop);
  const units = split === null ? [] : await unitReports(compiled, split, { formats, templates, session });
  const paths = await writeFiles([...files, ...units], output, session);
  // The many reports of units are told by their folder.
  const folders = split === null ? [] : [shortest(effects.cwd, join(output, unitFolder(split)))];
  const own = files.filter((file) => file.isPicture !== true).length;
  await say(session, summary(model, session, [...paths.slice(0, own), ...folders]));
  return outcome(session, model, failOn);
}

/** Templates are loaded only for formats that are made of them. */
async function templatesOf(formats: readonly Format[], session: Session): Promise<Templates> {
  const documents = documentsOf(formats);
  if (documents.length === 0) return new Map();
  return (await import('../session-templates.ts')).soundTemplates(session, documents);
}

/** Formats asked for, each once; checked before any work is done. */
function formatValues({ options, effects, texts }: Session): readonly Format[] {
  const asked = [options.format ?? []].flat();
  const known = asked.map((value) => oneOf('--format', value, FORMATS, 'md', texts.errors));
  const formats = known.length > 0 ? [...new Set(known)] : DEFAULT_FORMATS;
  if (options.output !== '-') return formats;
  if (formats.length !== 1) throw new UsageError(texts.errors.oneFormat);
  if (formats[0] === 'xlsx' && effects.stdout.isTTY) throw new UsageError(texts.errors.binaryToTerminal);
  return formats;
}

/** Writes the report to its folder, or to stdout; the paths as the user would type them. */
async function writeFiles(
  files: readonly RenderedFile[],
  folder: string,
  session: Session,
): Promise<readonly string[]> {
  const { options, effects } = session;
  if (options.output === '-') {
    for (const { content } of files) {
      for (const piece of piecesOf(await content)) await effects.stdout.write(piece);
    }
    return [];
  }
  const renewed = files.flatMap(({ pictureFolder }) => pictureFolder ?? []);
  const whole = await Promise.all(files.map(async (file) => ({ ...file, content: await file.content })));
  const paths = await deliver(whole, folder, {
    force: options.force === true,
    renewed,
    beforeReplacing: () => stopIfCancelled(session),
  });
  return paths.filter((_, at) => files[at]?.isPicture !== true).map((path) => shortest(effects.cwd, path));
}

function shortest(cwd: string, path: string): string {
  const near = relative(cwd, path);
  return near.startsWith('..') ? path : near;
}
