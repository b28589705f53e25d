import type { ChangesTexts } from '../ui-texts.ts';

type Counts = Parameters<ChangesTexts['findings']>[0];

/** What changed since an earlier report. */
export const CHANGES: ChangesTexts = {
  label: 'changes',
  counts: (since, counts) => `findings since the report as of ${since}: ${findings(counts)}`,
  bureaus: (count) => `bureaus with changes: ${count}`,
  state: (was, now) => (was === now ? (now ?? '') : `${was ?? 'not due'} → ${now ?? 'not due'}`),
  files: (added, removed) =>
    [
      ...(added.length > 0 ? [`new: ${added.join(', ')}`] : []),
      ...(removed.length > 0 ? [`gone: ${removed.join(', ')}`] : []),
    ].join('; '),
  findings,
  none: 'Neither returns nor findings have changed.',
};

function findings(counts: Counts): string {
  return `${counts.new} new, ${counts.mended} mended, ${counts.standing} standing`;
}
