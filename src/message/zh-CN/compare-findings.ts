import type { FindingWordings } from '../wording.ts';

const BASE = { previous: '上期', yearAgo: '上年同期' };

/** 与往期、与其他单位比较才看得出来的. */
export const COMPARE_FINDINGS = {
  YTD_DIFFERS: ({ reported, sum, difference }, { name }) => ({
    message: `${name ?? '同一指标'}：所填本年累计 ${reported}，上期累计与本期相加是 ${sum}，相差 ${difference}；报告采用所填的累计。`,
    hint: '请核对累计和本期；往期数据有修订的，请重新报送往期，或附情况说明。',
  }),
  YTD_FALLS: ({ reported, before }, { name }) => ({
    message: `${name ?? '同一指标'}：本年累计 ${reported} 小于截至上期的累计 ${before}。`,
    hint: '请核对累计；往期数据有修订的，请重新报送往期，或附情况说明。',
  }),
  CHANGE_LARGE: ({ value, was, base, percent }, { name }) => ({
    message: `${name ?? '同一指标'}：本期 ${value}，${BASE[base]} ${was}，${percent === null ? '由无到有' : percent.startsWith('-') ? `下降 ${percent.slice(1)}%` : `增长 ${percent}%`}。`,
    hint: '请核实；属实的，请附情况说明。',
  }),
  RATIO_LARGE: ({ value, was, base, times }, { name }) => ({
    message: `${name ?? '同一指标'}：本期 ${value}，是${BASE[base]} ${was} 的 ${times} 倍，可能是单位写错（例如把元填成万元）。`,
    hint: '请核对计量单位；属实的，请附情况说明。',
  }),
  SAME_AS_PREVIOUS: ({ same, of }) => ({
    message: `与上期相比，${of} 个不为零的数据中有 ${same} 个完全相同，可能是照抄了上期的报表。`,
    hint: '请核实是否填成了上期的数据；属实的，请附情况说明。',
  }),
  OUTLIER: ({ value, bound, bureaus }, { name }) => ({
    message: `${name ?? '同一指标'}：${value}，远高于同组 ${bureaus} 个单位的水平（一般不超过 ${bound}）。`,
    hint: '请核对数据和计量单位；属实的，请附情况说明。',
  }),
  EARLIER_PERIOD_EMPTY: ({ period }) => ({
    message: `用来比较的文件夹里没有一份可以计入 ${period} 的报送件，没有与这一期比较。`,
    hint: '请核对文件夹里放的是不是这一期的报送件，或者用 --previous、--year-ago 写明。',
  }),
} satisfies Partial<FindingWordings>;
