import type { Basis, BureauState, ChaseReason, FileState, NullReason, Timeliness } from '../model/compilation.ts';
import type { SetAsideReason } from '../model/filed-return.ts';
import type { Severity } from '../model/finding.ts';
import type { Form } from '../model/recognised.ts';
import type { Period } from '../period/period.ts';
import type { IndicatorKind, IndicatorTier, RegionLevel } from '../scheme/scheme.ts';

/** Words of the report: it is Chinese in every language of the program. */
export interface ReportLabels {
  readonly state: Readonly<Record<BureauState, string>>;
  readonly timeliness: Readonly<Record<Timeliness, string>>;
  readonly chase: Readonly<Record<ChaseReason, string>>;
  readonly fileState: Readonly<Record<FileState, string>>;
  readonly reason: Readonly<Record<NullReason, string>>;
  readonly setAside: Readonly<Record<SetAsideReason, string>>;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly form: Readonly<Record<Form, string>>;
  readonly basis: Readonly<Record<Basis, string>>;
  readonly kind: Readonly<Record<IndicatorKind, string>>;
  readonly tier: Readonly<Record<IndicatorTier, string>>;
  /** What the area's own row is called, by its level. */
  readonly whole: Readonly<Record<RegionLevel, string>>;
  /** What a region is, by its level. */
  readonly level: Readonly<Record<RegionLevel, string>>;
  /** What the units below the area are called, by their level. */
  readonly units: Readonly<Record<RegionLevel, string>>;
  /** `nearly`: a rate that rounds to 0. */
  readonly change: { readonly up: string; readonly down: string; readonly same: string; readonly nearly: string };
  /** What rates are called, and what stands in place of one by the reason why there is none. */
  readonly rates: Readonly<Record<RateId, string>>;
  readonly noRate: Readonly<Record<RateId, Readonly<Record<'zero' | 'missing' | 'notComparable', string>>>>;
  /** Chinese digits from zero to ten, one character each. */
  readonly digits: string;
  readonly listSeparator: string;
  /** `{year}`, `{month}` and `{day}` stand for the numbers. */
  readonly date: string;
  /** Powers of ten by which prose shortens large counts, largest first. */
  readonly scales: readonly { readonly power: number; readonly word: string }[];
  /** `{names}` stands for the regions that a figure lacks, or lacks beyond what was said before. */
  readonly lacks: { readonly all: string; readonly further: string };
  /** What the notes beside a figure say of a rate: `{rate}` its name, `{names}` what it leaves out; and of a base that is 0. */
  readonly rateNotes: { readonly comparable: string; readonly zeroBase: string };
  /** A long list of names cut short: `{names}` of `{count}`. */
  readonly namesCut: string;
  /** `{count}` stands for the full length of a text that is cut. */
  readonly cut: string;
  readonly unknownBureau: string;
  readonly sheets: Readonly<Record<SheetId, string>>;
  readonly columns: Readonly<Record<ColumnId, string>>;
  readonly facts: Readonly<Record<'area' | 'period' | 'asOf' | 'due' | 'reported' | 'rate', string>>;
  /** `{label}` and `{value}` of a fact in a line. */
  readonly fact: string;
  readonly factSeparator: string;
  /** A count with the names counted: `{count}`, `{names}`. */
  readonly counted: string;
  /** Header of an indicator's column: `{name}`, `{unit}`. */
  readonly measured: string;
  /** Footer of a printed sheet in Excel's codes. */
  readonly pageFooter: string;
  readonly font: string;
  readonly notes: {
    readonly incomplete: string;
  };
  readonly charts: Readonly<Record<ChartWord, string>>;
}

/** Words of the pictures; `{indicator}`, `{units}`, `{name}`, `{value}`, `{before}`, `{names}`, `{title}`, `{whole}`, `{year}`, `{part}`, `{all}` stand for what they name. */
type ChartWord =
  | 'regions'
  | 'periods'
  | 'year'
  | 'groups'
  | 'allGroups'
  | 'map'
  | 'states'
  | 'before'
  | 'place'
  | 'elsewhere'
  | 'grouped'
  | 'caption'
  | 'ofTask'
  | 'pair'
  | 'share'
  | 'compared'
  | 'list'
  | 'end';

type RateId = 'qoq' | 'yoy' | 'ytdYoy';

type SheetId = 'overview' | 'regions' | 'matrix' | 'coverage' | 'findings' | 'setAside' | 'sources';

type ColumnId =
  | 'task'
  | 'indicator'
  | 'unit'
  | 'kind'
  | 'value'
  | 'ytd'
  | 'previous'
  | 'qoq'
  | 'yearAgo'
  | 'yoy'
  | 'ytdYoy'
  | 'lacks'
  | 'region'
  | 'bureau'
  | 'state'
  | 'nil'
  | 'timeliness'
  | 'deadline'
  | 'received'
  | 'daysLate'
  | 'why'
  | 'lackingForms'
  | 'forms'
  | 'files'
  | 'errors'
  | 'warnings'
  | 'infos'
  | 'severity'
  | 'file'
  | 'sheet'
  | 'cells'
  | 'count'
  | 'code'
  | 'message'
  | 'hint'
  | 'raw'
  | 'explained'
  | 'row'
  | 'rows'
  | 'reason'
  | 'of'
  | 'format'
  | 'fileState'
  | 'data'
  | 'counted'
  | 'setAside'
  | 'total'
  | 'note'
  | 'title'
  | 'header'
  | 'other'
  | 'sha256'
  | 'yes'
  | 'no'
  | 'due';

export const REPORT_LABELS: ReportLabels = {
  state: { accepted: '合格', provisional: '暂收待改', rejected: '退回', missing: '未报', exempt: '免报' },
  timeliness: { onTime: '按时', late: '迟报', unknown: '未登记' },
  chase: { missing: '未报', rejected: '退回待重报', formMissing: '缺表', late: '迟报' },
  fileState: {
    counted: '计入',
    superseded: '已被新版替代',
    rejected: '退回',
    wrongPeriod: '报告期不符',
    unknownSender: '填报单位不明',
    notAReturn: '非报送件',
    earlierPeriod: '往期数据',
  },
  reason: { notReported: '未报', unreadable: '无法识别', notInForm: '表中无此项', notDue: '不需报' },
  setAside: {
    noTask: '任务类别不明',
    noRegion: '地区不明',
    duplicate: '重复填报',
    replacedByCounty: '以县（市、区）自报为准',
    outOfArea: '不在汇总范围',
    hiddenSheet: '隐藏工作表',
    superseded: '已被新版替代',
    rejected: '整份退回',
    wrongPeriod: '报告期不符',
    unknownSender: '填报单位不明',
    earlierPeriod: '往期数据',
  },
  severity: { error: '错误', warning: '提示', info: '提醒' },
  form: { ledger: '活动台账', summary: '统计表' },
  basis: { summary: '统计表', ledger: '台账', mixed: '统计表和台账', derived: '推算' },
  kind: { flow: '本期数', stock: '期末数', distinct: '单位数' },
  tier: { core: '核心', ext: '扩展', opt: '可选' },
  whole: { province: '全省', city: '全市', county: '全县（市、区）', zone: '全区', self: '本级' },
  level: { province: '省', city: '市', county: '县（市、区）', zone: '功能区', self: '本级' },
  units: { province: '省份', city: '地市', county: '县（市、区）', zone: '功能区', self: '单位' },
  change: { up: '增长', down: '下降', same: '持平', nearly: '基本持平' },
  rates: { qoq: '环比', yoy: '同比', ytdYoy: '同比' },
  noRate: {
    qoq: { zero: '上期为0', missing: '上期无数据', notComparable: '与上期不可比' },
    yoy: { zero: '上年同期为0', missing: '上年同期无数据', notComparable: '与上年同期不可比' },
    ytdYoy: { zero: '上年同期累计为0', missing: '上年同期累计无数据', notComparable: '与上年同期累计不可比' },
  },
  digits: '零一二三四五六七八九十',
  listSeparator: '、',
  date: '{year}年{month}月{day}日',
  scales: [
    { power: 8, word: '亿' },
    { power: 4, word: '万' },
  ],
  lacks: { all: '（缺{names}）', further: '（另缺{names}）' },
  rateNotes: { comparable: '（{rate}为可比口径，不含{names}）', zeroBase: '（{rate}基数为0）' },
  namesCut: '{names}等{count}个',
  cut: '……（共{count}字）',
  unknownBureau: '填报单位不明',
  sheets: {
    overview: '总览',
    regions: '分市汇总',
    matrix: '地区×任务',
    coverage: '报送情况',
    findings: '审核问题',
    setAside: '未计入',
    sources: '数据来源',
  },
  columns: {
    task: '任务',
    indicator: '指标',
    unit: '单位',
    kind: '口径',
    value: '本期',
    ytd: '本年累计',
    previous: '上期',
    qoq: '环比（%）',
    yearAgo: '上年同期',
    yoy: '同比（%）',
    ytdYoy: '累计同比（%）',
    lacks: '缺报说明',
    region: '地区',
    bureau: '填报单位',
    state: '报送状态',
    nil: '零报告',
    timeliness: '时效',
    deadline: '报送期限',
    received: '收到日期',
    daysLate: '逾期天数',
    why: '情况',
    lackingForms: '缺报表式',
    forms: '表式',
    files: '文件',
    errors: '错误',
    warnings: '提示',
    infos: '提醒',
    severity: '级别',
    file: '文件',
    sheet: '工作表',
    cells: '单元格',
    count: '处数',
    code: '代码',
    message: '问题',
    hint: '修改建议',
    raw: '原值',
    explained: '情况说明',
    row: '行',
    rows: '行数',
    reason: '未计入原因',
    of: '与之重复',
    format: '格式',
    fileState: '处理结果',
    data: '数据行',
    counted: '计入',
    setAside: '未计入',
    total: '合计行',
    note: '注释行',
    title: '标题行',
    header: '表头行',
    other: '其他行',
    sha256: 'SHA-256',
    yes: '是',
    no: '否',
    due: '应报',
  },
  facts: {
    area: '汇总范围',
    period: '报告期',
    asOf: '数据截至',
    due: '应报',
    reported: '已报',
    rate: '报送率',
  },
  fact: '{label}：{value}',
  factSeparator: '　',
  counted: '{count}（{names}）',
  measured: '{name}（{unit}）',
  pageFooter: '&C第 &P 页，共 &N 页',
  font: '宋体',
  notes: {
    incomplete: '带*的数据不完整：有下级单位未报，或有内容无法识别。',
  },
  charts: {
    regions: '{indicator}分{units}情况',
    periods: '{whole}{indicator}各期情况',
    year: '{year}年',
    groups: '{indicator}的地区组构成',
    allGroups: '各项任务代表性指标的地区组构成',
    map: '{indicator}各{units}情况示意图',
    states: '各{units}报送情况示意图',
    before: '上年同期',
    place: '位置示意，非行政区划图。',
    elsewhere: '图外：{names}',
    grouped: '每条按各组小计所占比例划分，数字为各组小计。',
    caption: '图：{title}。',
    ofTask: '{name}：{indicator}',
    pair: '{name} {value}',
    share: '{name}{part}/{all}',
    compared: '{name} {value}（上年同期{before}）',
    list: '；',
    end: '。',
  },
};

/** A period in official wording: 2024年第一季度, 2024年3月, 2024年上半年, 2024年. */
export function periodLabel(period: Period): string {
  const year = `${period.year}年`;
  return period.kind === 'year' ? year : year + shortPeriodLabel(period);
}

/** A period in official wording within its year: 第一季度, 3月, 上半年, 全年. */
export function shortPeriodLabel({ kind, number }: Period): string {
  switch (kind) {
    case 'month':
      return `${number}月`;
    case 'quarter':
      return `第${REPORT_LABELS.digits.charAt(number)}季度`;
    case 'half':
      return `${number === 1 ? '上' : '下'}半年`;
    case 'year':
      return '全年';
  }
}

/** What sentences about a period begin with. */
export interface PeriodPhrases {
  readonly period: string;
  readonly end: string;
  readonly yearToDate: string;
}

/** 2024年第二季度, 截至2024年6月末, 1—6月累计. */
export function periodPhrases(period: Period): PeriodPhrases {
  const month = Number(period.end.slice(5, 7));
  return { period: periodLabel(period), end: `截至${period.year}年${month}月末`, yearToDate: `1—${month}月累计` };
}
