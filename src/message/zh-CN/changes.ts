import type { ChangesTexts } from '../ui-texts.ts';

type Counts = Parameters<ChangesTexts['findings']>[0];

/** 与上次报告相比的变化. */
export const CHANGES: ChangesTexts = {
  label: '变化',
  counts: (since, counts) => `与截至 ${since} 的报告相比，问题${findings(counts)}`,
  bureaus: (count) => `有变化的单位 ${count} 个`,
  state: (was, now) => (was === now ? (now ?? '') : `${was ?? '不在名单'} → ${now ?? '不在名单'}`),
  files: (added, removed) =>
    [
      ...(added.length > 0 ? [`新收到 ${added.join('、')}`] : []),
      ...(removed.length > 0 ? [`不再有 ${removed.join('、')}`] : []),
    ].join('，'),
  findings,
  none: '报送件和问题都没有变化。',
};

function findings(counts: Counts): string {
  return `新增 ${counts.new}，已改正 ${counts.mended}，仍有 ${counts.standing}`;
}
