import { aggregate, type Scope } from '../aggregate/aggregate.ts';
import type { Basics } from '../aggregate/region-part.ts';
import { checkReturn } from '../check/check-return.ts';
import { checkComparison } from '../compare/check-comparison.ts';
import { compare } from '../compare/compare.ts';
import type { Bases } from '../compare/comparison.ts';
import { deriveLedger } from '../derive/derive-ledger.ts';
import type { BureauReturn } from '../model/bureau-return.ts';
import { type CheckCount, checkCounter } from '../model/check-count.ts';
import type { ComparedFigure } from '../model/compilation.ts';
import type { FiledReturn } from '../model/filed-return.ts';
import type { Finding } from '../model/finding.ts';
import type { PartsByIndicator, PeriodParts } from '../model/holding.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { type SettleContext, type SettledFiles, settleFiles } from '../settle/settle-files.ts';
import { withoutFollowers } from './followers.ts';
import { bureausWithErrors, rated, reported } from './reported.ts';

/** What comes of the returns together. */
export interface SettledReturns {
  readonly files: SettledFiles;
  readonly figures: readonly ComparedFigure[];
  /** All that is known of regions, for comparing later periods with. */
  readonly parts: PeriodParts;
  /** Region codes of which every indicator is a figure. */
  readonly shown: ReadonlySet<string>;
  /** Rated findings of checking returns, of settling and of stated totals. */
  readonly findings: readonly Finding[];
  /** How often rules were judged, over all returns as sent. */
  readonly counts: readonly CheckCount[];
}

/** How returns are settled and added up. */
export interface SettleOptions {
  readonly context: SettleContext;
  readonly scope: Scope;
  readonly basics: Omit<Basics, 'returns'>;
  readonly bases: Bases;
  readonly counting: 'normal' | 'strict';
}

/**
 * Settles the files, checks the returns that they make and adds up their figures; `own` are the files' own findings.
 *
 * Under strict counting it is done again without the bureaus that have an error, until none is left that counts with
 * one. The errors for which a bureau was refused stay said.
 */
export function settleReturns(
  filed: readonly FiledReturn[],
  own: readonly Finding[],
  options: SettleOptions,
): SettledReturns {
  const refused = new Set<string>();
  const refusing: Finding[] = [];
  const asSent = settleOnce(filed, refused, own, options);
  if (options.counting !== 'strict') return asSent;
  for (let run = asSent; ; run = settleOnce(filed, refused, own, options)) {
    const errors = bureausWithErrors([...reported(own, run.files.files), ...run.findings]);
    const more = new Set([...errors].filter((bureau) => !refused.has(bureau)));
    if (more.size === 0) {
      const again = new Set(run.findings.map((one) => JSON.stringify(one)));
      const stays = refusing.filter((one) => !again.has(JSON.stringify(one)));
      return { ...run, findings: [...stays, ...run.findings], counts: asSent.counts };
    }
    for (const one of run.findings) if (one.bureau !== null && more.has(one.bureau)) refusing.push(one);
    for (const bureau of more) refused.add(bureau);
  }
}

function settleOnce(
  filed: readonly FiledReturn[],
  refused: ReadonlySet<string>,
  own: readonly Finding[],
  { context, scope, basics, bases }: SettleOptions,
): SettledReturns {
  const { scheme } = context;
  const files = settleFiles(filed, refused, (some, fates) => deriveLedger(some, scheme, fates), context);
  const added = aggregate(scheme, scope, { ...basics, returns: files.returns });
  const { parts, shown } = added.value;
  const order = new Map(scheme.regions.map(({ code, order: place }) => [code, place]));
  const figures = compare(added.value.figures, parts, bases, (region) => order.get(region) ?? 0);
  const checked = checkReturns(files.returns, scheme, bases.previous?.value ?? null);
  const compared = checkComparison({
    ...{ returns: files.returns, roster: scope.roster, parts, bases, scheme },
    isFirst: basics.isFirst,
  });
  const inReturns = withoutFollowers(rated([...checked.findings, ...added.findings], scheme), own);
  const ofReturns = [...inReturns, ...withoutFollowers(rated(compared, scheme), [...own, ...inReturns])];
  const findings = [...rated(files.findings, scheme), ...ofReturns];
  return { files, figures, parts, shown, findings, counts: checked.counts };
}

function checkReturns(
  returns: ReadonlyMap<string, BureauReturn>,
  scheme: Scheme,
  previous: PartsByIndicator | null,
): { readonly findings: readonly Finding[]; readonly counts: readonly CheckCount[] } {
  const counter = checkCounter();
  const findings = [...returns.values()].flatMap((one) =>
    checkReturn(one, scheme, counter, previous).map((finding) => ({ ...finding, bureau: one.bureau })),
  );
  return { findings, counts: counter.counts() };
}
