import { relative, sep } from 'node:path';
import { nameOfId } from '../message/subject.ts';
import type { Compilation } from '../model/compilation.ts';
import { compile } from '../pipeline/compile.ts';
import type { EarlierReport } from '../report/earlier-report.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { visible } from '../text/visible.ts';
import { progress } from './progress.ts';
import { runOptions } from './run-options.ts';
import { type Session, say } from './session.ts';
import { loadSince } from './since.ts';

/** What a run came to. */
export interface Compiled {
  readonly compilation: Compilation;
  readonly scheme: Scheme;
  /** Absolute folder of the report. */
  readonly output: string;
  /** The earlier report that it is compared with; null for none. */
  readonly since: EarlierReport | null;
}

/** Compiles the returns that the command line names or the workspace holds; `outputs` may not be among them. Throws `Cancelled` after Ctrl-C. */
export async function compileReturns(session: Session, outputs: readonly string[] = []): Promise<Compiled> {
  const { texts } = session;
  const { compile: options, output, since } = await runOptions(session);
  const line = progress(session);
  try {
    const compilation = await compile({
      ...options,
      outputs,
      onFile: (name, done, total) => {
        stopIfCancelled(session);
        line.show(name, done, total);
      },
    });
    stopIfCancelled(session);
    line.clear();
    await saySettings(session);
    if (compilation.areaFrom === 'senders') {
      await say(session, texts.areaOfSenders(nameOfId(compilation.area, options.scheme, session.language)));
    }
    const { period } = compilation;
    const file = since(period);
    const earlier = file && (await loadSince(file, compilation, output(period), session));
    return { compilation, scheme: options.scheme, output: output(period), since: earlier };
  } finally {
    line.clear();
  }
}

/** Settings that are not those of the current folder are said aloud; all of them under `-v`. */
async function saySettings(session: Session): Promise<void> {
  const { workspace, effects, options, texts } = session;
  if (workspace === null || (workspace.folder === effects.cwd && !options.verbose)) return;
  const near = relative(effects.cwd, workspace.path);
  await say(session, texts.settingsOf(visible(near.startsWith(`..${sep}..`) ? workspace.path : near)));
}

/** Throws `Cancelled` once Ctrl-C was pressed or the program was told to stop. */
export function stopIfCancelled({ signal }: Session): void {
  if (signal.aborted) throw signal.reason;
}
