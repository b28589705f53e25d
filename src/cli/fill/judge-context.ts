import { periodLabel } from '../../message/report-labels.ts';
import { type Period, previousPeriod, yearAgoPeriod } from '../../period/period.ts';
import { earlierFigures } from '../../pipeline/earlier-figures.ts';
import type { JudgeContext } from '../../pipeline/judge-return.ts';
import { workspaceTables } from '../../workspace/workspace-tables.ts';
import { earlierReturns } from '../earlier-returns.ts';
import { type Session, say } from '../session.ts';
import type { FillOptions } from './start.ts';

/** What a return is judged with: the earlier returns of the workspace, and the reasons that stand there already. */
export async function judgeContext(
  session: Session,
  { scheme, settings, asOf }: FillOptions,
  bureau: string,
  period: Period,
): Promise<JudgeContext> {
  const { effects, texts, language } = session;
  const workspace = session.workspace?.folder ?? null;
  const earlier = earlierReturns(session, settings)(period);
  const periods = [previousPeriod(period), yearAgoPeriod(period)].filter((one) => one !== null);
  const there: Period[] = [];
  for (const one of periods) if ((await earlier(one)) !== null) there.push(one);
  if (there.length > 0) {
    const names = there.map((one) => (language === 'en' ? one.id : periodLabel(one)));
    await say(session, texts.fill.readingEarlier(names.join(texts.comma)));
  }
  const { limits } = settings;
  const known = await earlierFigures({ cwd: effects.cwd, workspace, scheme, asOf, limits, bureau, period, earlier });
  const { explanations } = await workspaceTables(workspace, [effects.cwd], scheme);
  return { scheme, period, asOf, known, explanations };
}
