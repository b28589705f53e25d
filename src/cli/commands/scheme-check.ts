import { describeScheme } from '../../scheme/describe-scheme.ts';
import type { Session } from '../session.ts';
import { sessionScheme } from '../session-scheme.ts';

/** `huizong scheme check`: a faulty scheme throws `ConfigurationError` with all faults; a good one is counted. */
export async function schemeCheck(session: Session): Promise<number> {
  const scheme = await sessionScheme(session, session.operands[0]);
  const { counts } = describeScheme(scheme);
  const regions = counts.province + counts.city + counts.county + counts.zone;
  const text = session.texts.schemeWell(scheme.id, scheme.version, { ...counts, regions });
  await session.effects.stdout.write(`${text}\n`);
  return 0;
}
