import type { FindingWordings } from '../wording.ts';

/** Findings of settling: what only several rows or returns together show. */
export const SETTLE_FINDINGS = {
  DUPLICATE_ACTIVITY: ({ at }, { raw }) => ({
    message: `这家协会商会的活动${raw ?? ''}与 ${at} 的是同一项（名称、日期、地点、所在市都相同），只计 ${at} 的一次，这一行没有计入。`,
    hint: '确属重复的请删去一行；确是两项活动的，请在名称里写明场次或期次。',
  }),
  JOINT_EVENT_DIFFERS: ({ kept, ignored, at }, { name }) => ({
    message: `${name ?? '同一项'}：几家协会商会联合开展的同一活动，${at} 填 ${kept}，这里填 ${ignored}；整项活动只计一次，采用 ${kept}。`,
    hint: '请与联合开展的单位核对，各行填同一个数；不是同一活动的，请在名称里写明区别。',
  }),
  CITY_COUNTY_DIFFER: ({ stated, sum, difference, lacks }, { name, nameOf, list }) => ({
    message: `${name ?? '同一指标'}：所填全域合计 ${stated}，${lacks.length > 0 ? `已知各部分之和（尚缺${list(lacks.map(nameOf))}）` : '各部分之和'}是 ${sum}，相差 ${difference}。`,
    hint: '请与各县（市、区）的报送件和本级数据核对，改正有误的一方；县区自行报送过的，以其报送件为准。',
  }),
} satisfies Partial<FindingWordings>;
