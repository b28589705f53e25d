import { nameOfId } from '../message/subject.ts';
import type { Compilation } from '../model/compilation.ts';
import { Cancelled } from '../model/errors.ts';
import { compile } from '../pipeline/compile.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { progress } from './progress.ts';
import { type Session, say } from './session.ts';
import { sessionScheme } from './session-scheme.ts';
import { areaValue, asOfValue, oneOf, periodValue } from './values.ts';

/** Compiles the returns that the command line names. Throws `Cancelled` after Ctrl-C. */
export async function compileReturns(
  session: Session,
): Promise<{ readonly compilation: Compilation; readonly scheme: Scheme }> {
  const { effects, operands, options, signal } = session;
  const texts = session.texts.errors;
  const asOf = asOfValue(options.asOf, effects, texts);
  const counting = oneOf('--counting', options.counting, ['normal', 'strict'], 'normal', texts);
  const basis = oneOf('--basis', options.basis, ['summary', 'ledger'], 'summary', texts);
  const scheme = await sessionScheme(session, options.scheme);
  const line = progress(session);
  try {
    const compilation = await compile({
      paths: operands,
      cwd: effects.cwd,
      scheme,
      period: periodValue(options.period, scheme.periodKind, texts),
      area: areaValue(options.area, scheme, texts),
      asOf,
      counting,
      basis,
      onFile: (name, done, total) => {
        if (signal.aborted) throw new Cancelled();
        line.show(name, done, total);
      },
    });
    stopIfCancelled(session);
    line.clear();
    if (compilation.areaFrom === 'senders') {
      await say(session, session.texts.areaOfSenders(nameOfId(compilation.area, scheme, session.language)));
    }
    return { compilation, scheme };
  } finally {
    line.clear();
  }
}

/** Throws `Cancelled` once Ctrl-C was pressed. */
export function stopIfCancelled({ signal }: Session): void {
  if (signal.aborted) throw new Cancelled();
}
