import type { CreditCodeReason } from '../../model/finding-codes.ts';
import type { FindingWordings, Subject } from '../wording.ts';

/** Findings about what a cell says, and about figures that do not agree. */
export const CELL_FINDINGS = {
  ROW_EMPTY: () => ({
    message: '这一行只有序号、地区或任务，没有填活动内容。',
    hint: '请补填；没有活动的，请删去这一行。',
  }),
  FIGURES_BLANK: ({ names }) => ({
    message: `${names.join('、')}的数一个都没有填。`,
    hint: '请补填；本期确实没有开展活动的，填 0 或写明“零报告”。',
  }),
  REQUIRED_BLANK: ({ name, wanted }, { quote, nameOf }) => ({
    message: `${quote(nameOf(name))}是必填项，没有填。`,
    hint: wanted === 'number' ? '请补填；本期确实没有的，填 0 或“无”。' : '请补填；不能填“无”或“/”。',
  }),
  EXPECTED_BLANK: ({ name, type }, { quote, nameOf }) => ({
    message: `${quote(nameOf(type))}活动应填${quote(nameOf(name))}，没有填，合计会偏少。`,
    hint: '请补填；确实没有的，填 0。',
  }),
  NUMBER_UNREADABLE: (_, subject) => ({
    message: `${that(subject)}不是一个可以统计的数字，没有计入。`,
    hint: '请只填一个数，例如 120，单位与这一栏一致；不要写“若干”“3-5”“2场/150人”这样的文字。',
  }),
  NUMBER_NEGATIVE: (_, subject) => ({
    message: `${that(subject)}是负数，没有计入。`,
    hint: '数量不会小于 0，请核对后改正。',
  }),
  NUMBER_NOT_WHOLE: (_, subject) => ({
    message: `${that(subject)}带小数，但这一项要填整数，没有计入。`,
    hint: '请改成整数；如果单位是“万人”之类，请换算成“人”。',
  }),
  NUMBER_TELEPHONE: (_, subject) => ({
    message: `${that(subject)}是一个手机号码，没有计入。`,
    hint: '可能填错了列，请核对后改填数字，号码填到联系电话一栏。',
  }),
  NUMBER_APPROXIMATE: ({ used }, subject) => ({
    message: `${that(subject)}是约数，暂按 ${used} 计入。`,
    hint: '请核实后填写准确数字。',
  }),
  NUMBER_TOO_FINE: ({ used }, subject) => ({
    message: `${that(subject)}的小数位太多，按 ${used} 计入。`,
    hint: '请核对单位和小数点；金额以万元为单位，一般保留两位小数。',
  }),
  AMOUNT_LARGE: ({ amount, unit }, subject) => ({
    message: `${that(subject)}按 ${amount} ${unit}计入，金额特别大，可能填错了单位。`,
    hint: `请核对；如果填的是元，请换算成${unit}；金额属实的，请附情况说明。`,
  }),
  CELL_ERROR: (_, subject) => ({
    message: `${that(subject)}是公式出错的结果，没有计入。`,
    hint: '请改正公式，或直接填写内容。',
  }),
  FORMULA_UNCACHED: () => ({
    message: '这一格是公式，但文件里没有存下计算结果，没有计入。',
    hint: '请用 Excel 或 WPS 打开文件，等计算完成后保存，再重新报送。',
  }),
  DATE_UNREADABLE: (_, subject) => ({
    message: `${that(subject)}看不出是哪一天。`,
    hint: '请写成 2024-03-15 或 2024年3月15日；多天的写成 2024-03-15至2024-03-17。',
  }),
  DATE_MISSING: () => ({
    message: '没有填日期，无法核对是否属于本报告期。',
    hint: '请补填活动日期，例如 2024-03-15。',
  }),
  DATE_AMBIGUOUS: ({ used }, subject) => ({
    message: `${that(subject)}可以读成不同的日期，暂按 ${used} 处理。`,
    hint: '请写成年-月-日，例如 2024-03-15。',
  }),
  DATE_REVERSED: ({ start, end }) => ({
    message: `结束日期 ${end} 早于开始日期 ${start}。`,
    hint: '请核对两个日期，改正后重新报送。',
  }),
  DATE_OUTSIDE_PERIOD: ({ date, period }, subject) => ({
    message: `日期 ${date} 不在${subject.period(period)}内，仍按本期计入。`,
    hint: '请核对日期；如果是往期活动，请从本期台账中删去。',
  }),
  DATE_FUTURE: ({ date, asOf }) => ({
    message: `日期 ${date} 晚于汇总截止日 ${asOf}，活动还没有发生。`,
    hint: '请核对日期；还没有举办的活动，等举办后再报。',
  }),
  BOOLEAN_UNREADABLE: (_, subject) => ({
    message: `${that(subject)}看不出是“是”还是“否”。`,
    hint: '请填“是”或“否”；不填按“否”处理。',
  }),
  VALUE_NOT_LISTED: ({ allowed }, subject) => ({
    message: `${that(subject)}不在可选范围内。`,
    hint: `请从这些里选一个：${subject.list(allowed)}。`,
  }),
  REGION_UNKNOWN: ({ nearest }, subject) => ({
    message: `${that(subject)}不是已知的地区，这一行没有计入。`,
    hint: nearest.length > 0 ? `是不是${subject.list(nearest)}？请写地区全称。` : '请写地区全称，例如“惠州市惠城区”。',
  }),
  REGION_MISSING: () => ({
    message: '没有填地区，这一行没有计入。',
    hint: '请补填地市和县（市、区），例如“惠州市惠城区”。',
  }),
  REGION_FILLED: (_, { name, quote }) => ({
    message: `${name === null ? '地区' : quote(name)}空着，已按上面一行的地区计入。`,
    hint: '请核对；如果这一行不属于上面的地区（例如是市本级），请逐行填写。',
  }),
  REGION_TWICE: ({ region, other, name, kept, ignored, cells }, { nameOf }) => ({
    message: `${nameOf(region)}填了两次，有 ${cells} 项不同：${nameOf(name)}在 ${other} 是 ${kept}，这里是 ${ignored}；采用了前者。`,
    hint: '请核对后只保留正确的一处。',
  }),
  REGION_REPEATED: ({ region, other }, { nameOf }) => ({
    message: `${nameOf(region)}填了两次，与 ${other} 相同，只计一次。`,
    hint: '请删去重复的一处。',
  }),
  COUNTY_UNKNOWN: ({ city, nearest }, subject) => ({
    message: `${that(subject)}不是${subject.nameOf(city)}的县（市、区），这一行暂计入${subject.nameOf(city)}。`,
    hint: nearest.length > 0 ? `是不是${subject.list(nearest)}？请写全称。` : '请核对县（市、区）名称，写全称。',
  }),
  PART_UNKNOWN: ({ city, form }, subject) => ({
    message: `${that(subject)}不是${subject.nameOf(city)}的县（市、区），${form === 'ledger' ? `它的各行暂计入${subject.nameOf(city)}` : '它的数没有计入'}。`,
    hint: '请把标题、填报单位或工作表名里的县（市、区）写成全称；没有列入报表制度的功能区，请与汇总单位联系。',
  }),
  REGION_OUTSIDE_SENDER: ({ region, sender }, { nameOf }) => ({
    message: `${nameOf(region)}不属于填报单位${nameOf(sender)}，这一行没有计入。`,
    hint: '请核对地区；其他地区的活动由当地填报。',
  }),
  TASK_UNKNOWN: (_, subject) => ({
    message: `${that(subject)}不是重点任务中的任何一项，这一行没有计入。`,
    hint: '请填任务名称或序号，例如“任务一”，与表样一致。',
  }),
  TASK_MISSING: () => ({
    message: '没有填属于哪项重点任务，这一行没有计入。',
    hint: '请补填任务名称或序号，例如“任务一”。',
  }),
  ACTIVITY_TYPE_UNKNOWN: ({ allowed }, subject) => ({
    message: `${that(subject)}不是表样里的活动类型，这一行只计入任务，不计入具体指标。`,
    hint: allowed.length > 0 ? `请从这些里选一个：${subject.list(allowed)}。` : '请改用表样里的活动类型。',
  }),
  ACTIVITY_TYPE_MISSING: () => ({
    message: '没有填活动类型，这一行只计入任务，不计入具体指标。',
    hint: '请按表样补填活动类型。',
  }),
  ACTIVITY_TYPE_OTHER_TASK: ({ type, task, typeTask }, { quote, nameOf }) => ({
    message: `活动类型${quote(nameOf(type))}属于${quote(nameOf(typeTask))}，与所填任务${quote(nameOf(task))}不一致。`,
    hint: '请核对后改正其中一个，否则这一行计不到具体指标上。',
  }),
  CREDIT_CODE_MISSING: () => ({
    message: '没有填统一社会信用代码，按名称识别这家协会商会。',
    hint: '建议补填 18 位代码，避免同一家协会因名称写法不同被算成两家。',
  }),
  CREDIT_CODE_WRONG: ({ reason }, subject) => ({
    message: `统一社会信用代码${subject.raw ?? ''}有误：${creditCode(reason)}。`,
    hint: '请对照登记证书核对 18 位代码；代码中不会出现字母 I、O、S、V、Z。',
  }),
  CREDIT_CODE_DIGITS_LOST: (_, subject) => ({
    message: `统一社会信用代码${subject.raw ?? ''}被当作数字保存，后几位已经丢失。`,
    hint: '请先把这一列设为“文本”格式，再重新填写 18 位代码。',
  }),
  CREDIT_CODE_UNUSUAL: ({ reason }, subject) => ({
    message: `统一社会信用代码${subject.raw ?? ''}比较少见：${creditCode(reason)}。`,
    hint: '请核对；行业协会商会（社会团体）的代码一般以 51 开头，接着是登记机关的行政区划代码。',
  }),
  CREDIT_CODE_NAMES: ({ code, name, other, at }, { quote }) => ({
    message: `统一社会信用代码${quote(code)}在这里写的是${quote(name)}，在 ${at} 写的是${quote(other)}。`,
    hint: '请核对是代码写错，还是更名或名称写法不同。',
  }),
  NAME_CREDIT_CODES: ({ name, code, other, at }, { quote }) => ({
    message: `${quote(name)}在这里填代码${quote(code)}，在 ${at} 填${quote(other)}。`,
    hint: '请对照登记证书核对；名称相同而不是同一家的，请写全称。',
  }),
  NIL_NOT_STATED: () => ({
    message: '所有数据都是 0，但没有写明是零报告。',
    hint: '请核实；本期确实没有开展活动的，请在表中写明“零报告”；漏填的，请补填后重新报送。',
  }),
  TOTAL_DIFFERS: ({ stated, sum, difference }, { name }) => ({
    message: `${name ?? '合计'}：所填合计 ${stated}，各行相加是 ${sum}，相差 ${difference}。`,
    hint: '请核对合计和各行，改正有误的一方。',
  }),
  SUMMARY_LEDGER_DIFFER: ({ summary, ledger, difference }, { name }) => ({
    message: `${name ?? '同一指标'}：统计表填 ${summary}，台账汇总是 ${ledger}，相差 ${difference}。`,
    hint: '请核对两张表，改正有误的一方；台账有遗漏的请补齐。',
  }),
} satisfies Partial<FindingWordings>;

/** The cell's text with the column's name, as far as they are known. */
function that({ raw, name, quote }: Subject): string {
  const of = name === null ? '' : `${quote(name)}一栏的`;
  return raw === null ? `${of === '' ? '这一格的' : of}内容` : of + raw;
}

const CREDIT_CODE: Readonly<Record<CreditCodeReason, string>> = {
  length: '不是 18 位',
  alphabet: '含有不允许的字符',
  checkDigit: '最后一位校验码不符，可能有一位写错',
  organisationDigit: '第 9 至 17 位（主体标识码）的校验位不符',
  category: '不是以 51（社会团体）开头',
  division: '登记地的行政区划代码不在本地区',
  otherCity: '登记机关不在本行所在的地市',
};

function creditCode(reason: string): string {
  return new Map(Object.entries(CREDIT_CODE)).get(reason) ?? reason;
}
