import { resolve } from 'node:path';
import type { CommandId } from '../message/help-texts.ts';
import { chooseLanguage, type Language } from '../message/language.ts';
import { Cancelled } from '../model/errors.ts';
import type { Workspace } from '../workspace/find-workspace.ts';
import { hasColour } from './colour.ts';
import type { Effects, Sink } from './effects.ts';
import { failure } from './failure.ts';
import { uiTexts } from './load-texts.ts';
import { takesReturns } from './options.ts';
import { coloured, PLAIN } from './paint.ts';
import { type Invocation, parseArguments } from './program.ts';
import type { Session, Work } from './session.ts';
import { showHelp, showVersion } from './show.ts';
import { oneOf } from './values.ts';

/** Parses a command line, runs its command and maps what comes of it to an exit code: the one place that catches. */
export async function run(argv: readonly string[], effects: Effects, language: Language): Promise<number> {
  let said: Pick<Session, 'language' | 'texts'> = { language, texts: await uiTexts(language) };
  const interruption = new AbortController();
  const stopListening = effects.onInterrupt((signal) => interruption.abort(new Cancelled(signal)));
  try {
    const invocation = parseArguments(argv, said.texts.errors);
    if (invocation.instead === 'version') return await showVersion(effects);
    if (invocation.instead === 'help') return await showHelp(invocation.id, language, effects);
    const workspace = await workspaceOf(invocation, effects);
    said = await inItsLanguage(said, invocation, workspace, effects);
    const begun = await session(invocation, effects, said, interruption.signal);
    const code = await work(invocation.id)({ ...begun, workspace });
    return effects.stdout.closed() ? 0 : code;
  } catch (error) {
    return await failed(error, argv, effects, said);
  } finally {
    stopListening();
  }
}

/** Says on stderr why the work could not be done; returns the exit code. */
export async function failed(
  error: unknown,
  argv: readonly string[],
  { stdout, stderr }: Effects,
  said: Pick<Session, 'language' | 'texts'>,
): Promise<number> {
  if (stdout.closed()) return 0;
  const { code, text } = failure(error, { ...said, debug: argv.includes('--debug') });
  await stderr.write(text);
  return code;
}

/** The workspace that the returns or the current folder lie in. */
async function workspaceOf({ id, operands }: Invocation, { cwd }: Effects): Promise<Workspace | null> {
  const { findWorkspace } = await import('../workspace/find-workspace.ts');
  return findWorkspace(takesReturns(id) ? operands.map((path) => resolve(cwd, path)) : [], cwd);
}

/** The language that the workspace asks for, where neither flag nor `HUIZONG_LANG` does. */
async function inItsLanguage(
  said: Pick<Session, 'language' | 'texts'>,
  { options }: Invocation,
  workspace: Workspace | null,
  { env, locale }: Effects,
): Promise<Pick<Session, 'language' | 'texts'>> {
  if (workspace === null) return said;
  const { settingsAsWritten } = await import('./session-scheme.ts');
  const setting = (await settingsAsWritten(workspace)).lang;
  const language = chooseLanguage({ flag: options.lang ?? null, env, setting, locale });
  return language === said.language ? said : { language, texts: await uiTexts(language) };
}

async function session(
  { id, operands, options }: Invocation,
  effects: Effects,
  { language, texts }: Pick<Session, 'language' | 'texts'>,
  signal: AbortSignal,
): Promise<Omit<Session, 'workspace'>> {
  const { env, stdout, stderr } = effects;
  oneOf('--lang', options.lang, ['zh-CN', 'en'], 'zh-CN', texts.errors);
  if (options.color !== false) oneOf('--color', options.color, ['always', 'never', 'auto'], 'auto', texts.errors);
  const paintOf = (stream: Sink) => (hasColour({ flag: options.color, env }, stream) ? coloured() : PLAIN);
  const paint = { stdout: await paintOf(stdout), stderr: await paintOf(stderr) };
  return { effects, language, texts, command: id, operands, options, paint, signal };
}

/** A command's work, loaded only when it is asked for. */
function work(id: CommandId): Work {
  return async (session) => {
    switch (id) {
      case 'report':
        return (await import('./commands/report.ts')).report(session);
      case 'check':
        return (await import('./commands/check.ts')).check(session);
      case 'status':
        return (await import('./commands/status.ts')).status(session);
      case 'form':
        return (await import('./commands/form.ts')).form(session);
      case 'init':
        return (await import('./commands/init.ts')).init(session);
      case 'fill':
        return (await import('./commands/fill.ts')).fill(session);
      case 'explain':
        return (await import('./commands/explain.ts')).explain(session);
      case 'scheme check':
        return (await import('./commands/scheme-check.ts')).schemeCheck(session);
      case 'scheme show':
        return (await import('./commands/scheme-show.ts')).schemeShow(session);
      case 'template list':
        return (await import('./commands/template-list.ts')).templateList(session);
      case 'template eject':
        return (await import('./commands/template-eject.ts')).templateEject(session);
      case 'template check':
        return (await import('./commands/template-check.ts')).templateCheck(session);
      default:
        throw new Error(`no work for the command "${id}"`);
    }
  };
}
