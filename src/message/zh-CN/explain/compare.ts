import type { Explanations } from '../../explanation.ts';

/** 与往期、与其他单位比较才看得出来的. */
export const COMPARE = {
  YTD_DIFFERS: {
    title: '本年累计与各期之和不符',
    what: '报送件既填了本年累计，截至上期的累计也已知道，两者之差与本期数不等；第一期的累计应等于本期数。',
    why: '累计或某一期的数有误，也可能往期数据后来修订过。报告采用所填的累计。',
    mend: '请核对累计和本期；往期数据有修订的，请重新报送往期；属实的，请附情况说明。',
  },
  YTD_FALLS: {
    title: '本年累计小于截至上期的累计',
    what: '累计只增不减的指标，本期所填的本年累计小于截至上期的累计。',
    why: '一般是填错了行或列，或者往期数据后来核减了。只填了累计时，本期数无法推算。',
    mend: '请核对累计；往期数据有核减的，请重新报送往期；属实的，请附情况说明。',
  },
  CHANGE_LARGE: {
    title: '与上期或上年同期相比变动过大',
    what: '同一单位同一指标，与上期（没有时与上年同期）相比，增减幅度和增减的绝对数都达到了报表制度 thresholds 规定的界限（changePercent、changeAtLeast）。只比较两期都有数的部分。',
    why: '可能是填错、漏填或口径变了；季节性变动也会这样。',
    mend: '请核实；属实的，请附情况说明，以后汇总时不再计入问题数。',
  },
  RATIO_LARGE: {
    title: '是上期或上年同期的上千倍',
    what: '同一单位同一指标，达到上期（没有时上年同期）的 thresholds.ratioToPrevious 倍。',
    why: '一般是计量单位写错，例如把元填成万元。',
    mend: '请核对计量单位；属实的，请附情况说明。',
  },
  SAME_AS_PREVIOUS: {
    title: '与上期的数据几乎完全相同',
    what: '一份报送件里不为零的数据（期末数除外）与上期完全相同的，达到 thresholds.samePercent 规定的百分比；数据少于 thresholds.sameAtLeast 个的不比较。',
    why: '可能把上期的报表又报了一次。',
    mend: '请核实是否填成了上期的数据；属实的，请附情况说明。',
  },
  OUTLIER: {
    title: '远高于同组单位',
    what: '同一地区组（没有地区组时同一上级）的应报单位之间比较：超过上四分位数加 thresholds.outlierSpread 倍四分位距；有数的单位少于 thresholds.outlierBureaus 个的不比较。',
    why: '可能是填错或计量单位写错；个别单位确有大型活动时也会这样。',
    mend: '请核对数据和计量单位；属实的，请附情况说明。',
  },
  EARLIER_PERIOD_EMPTY: {
    title: '用来比较的文件夹里没有那一期的报送件',
    what: '上期或上年同期的文件夹里有文件，但没有一份能计入那一期：属于别的报告期、填报单位不在汇总范围，或者都被退回。',
    why: '与那一期的环比、同比和累计都算不出来。',
    mend: '请核对文件夹里放的是不是那一期的报送件，或者用 --previous、--year-ago 写明。',
  },
} satisfies Partial<Explanations>;
