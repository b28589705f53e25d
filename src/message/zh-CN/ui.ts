import { quotation } from '../quotation.ts';
import { REPORT_LABELS } from '../report-labels.ts';
import type { ErrorTexts, UiTexts } from '../ui-texts.ts';
import { CHANGES } from './changes.ts';
import { CHECKED } from './checked.ts';
import { FILL } from './fill.ts';
import { INIT } from './init.ts';
import { STATUS } from './status.ts';
import { TEMPLATE } from './template.ts';
import { UNDERSTOOD } from './understood.ts';

const { severity, state, fileState, setAside, form, kind, tier } = REPORT_LABELS;
const KINDS: Readonly<Record<string, string>> = { month: '按月', quarter: '按季度', half: '按半年', year: '按年' };

const ERRORS: ErrorTexts = {
  seeHelp: (command) => `（用法见 ${command} --help）`,
  unknownCommand: (name, suggestion) => `没有“${name}”这条命令${didYouMean(suggestion)}`,
  unknownOption: (flag, suggestion) => `没有 ${flag} 这个选项${didYouMean(suggestion)}`,
  valueMissing: (flag) => `${flag} 后面要写一个值。`,
  tooMany: '参数太多了；名称里有空格的，要加英文双引号。',
  pathMissing: (command) =>
    `请写上报送件所在的文件夹或文件，例如 huizong ${command} 报送件/2024Q1；在有 huizong.yaml 的工作区里可以不写。`,
  operandEmpty: (name) => `${name} 是空的，请写上内容。`,
  unknownCode: (code, nearest) =>
    `没有“${code}”这个代码${nearest.length === 0 ? '，' : `，是不是 ${nearest.join('、')}？`}用 huizong explain 列出全部代码。`,
  writeWrong: (value, formats) =>
    `--write 要写成 格式=文件，例如 --write csv=审核问题.csv；“${value}”不是。格式可以是：${formats.join('、')}。`,
  writeTwice: (file) => `两个 --write 都要写“${file}”，请分别写到不同的文件。`,
  notAllowed: (flag, value, allowed) => `${flag} 不能是“${value}”，可以是：${allowed.join('、')}。`,
  periodWrong: (value) => `“${value}”不是报告期，请写成 2024Q1 这样。`,
  periodKind: (value, kind) =>
    `报表制度是${KINDS[kind] ?? kind}报送的，“${value}”不是这样的报告期，请写成 2024Q1 这样。`,
  spanEarlier: (flag, span) => `${flag} 只用于和一期比较；${span} 用各期自己的文件夹比较，请去掉 ${flag}。`,
  since: (file, because, found, wanted) => {
    const reasons = {
      missing: '没有这个文件',
      noReport: '不是 huizong 生成的 report.json',
      period: `是 ${found} 的报告，这次汇总的是 ${wanted}`,
      area: `汇总范围是 ${found}，这次是 ${wanted}`,
      inOutput: '在存放报告的文件夹里，这次的报告会把它覆盖，请先复制到别处',
    };
    return `--since 的“${file}”不能用来比较：${reasons[because]}。`;
  },
  dateWrong: (flag, value) => `${flag} 的“${value}”不是日期，请写成 2024-04-20 这样。`,
  epochWrong: (value) => `环境变量 SOURCE_DATE_EPOCH 的“${value}”不是 Unix 秒数；请改正，或用 --as-of 指定日期。`,
  areaSeveral: (value, candidates) => `“${value}”可以指${candidates.join('、')}，请写全称或代码。`,
  areaUnknown: (value, flag) => `报表制度里没有“${value}”这个地区，请核对 ${flag}。`,
  workspaceExists: (folder) => `“${folder}”里已经有 huizong.yaml，什么都没有改动；要改设置请直接编辑它。`,
  flagNeeded: (flag) => `这里没有可以回答问题的终端，请用 ${flag} 写明，或加 --yes 采用默认值。`,
  formRegion: '请用 --region 写明填报单位，例如 --region 惠州市；或用 --all 给每个应报单位各做一份。',
  formTwice: '存放的地方写了两次：PATH 和 -o 只能写一个。',
  formFile: '--all 要放在文件夹里，不能写成一个文件。',
  formNobody: '没有应报单位，没有可做的表；请核对 roster.csv、--region 和 --period。',
  recordNeedsWorkspace:
    '--record 要把收到日期记在工作区的 receipts.csv 里，但这里没有工作区；请先用 huizong init 建立。',
  templateUnknown: (value, names) =>
    `--template：没有“${value}”这个文件夹或文件${names.length === 0 ? '' : `，工作区里也没有这个名称的模板（有 ${names.join('、')}）`}。`,
  templateFileName: (file) =>
    `“${file}”不会被当作模板，文件名应以 .md.hbs、.html.hbs 或 .xlsx 结尾（旧版 .xls 请先用 Excel 或 WPS 另存为 xlsx）。`,
  partUnknown: (name, nearest) =>
    `没有“${name}”这个内置部分${nearest.length === 0 ? '。' : `，是不是 ${nearest.join('、')}？`}huizong template list 列出全部部分。`,
  ejectNeedsFolder: '请用 -o 写明放到哪个文件夹；只有在工作区（有 huizong.yaml）里可以不写。',
  oneFormat: '-o - 只能输出一种格式，请用 -f 指定一种，例如 -f md。',
  setWrong: (value, keys) => `--set 要写成 KEY=文字，不能是“${value}”；KEY 可以是 ${keys.join('、')}。`,
  setUnknown: (key, nearest, keys) =>
    `--set：没有“${key}”这一项${nearest.length === 0 ? '。' : `，是不是 ${nearest.join('、')}？`}可以写 ${keys.join('、')}。`,
  splitToStdout: '--split 要写出多份报告，不能用 -o - 输出；请用 -o 指定文件夹。',
  splitNothing: '--split city 只能用于全省汇总；这次的汇总范围之下没有地市。',
  binaryToTerminal: 'Excel 文件不能直接显示在屏幕上，请用 -o 指定文件夹，例如 -o 报告。',
  line: (file, line, column) => `${file} 第 ${line} 行${column === null ? '' : `第 ${column} 个字`}`,
  fault: (place, text) => `${place}：${text}`,
  interrupted: '已中断，没有写出报告。',
  bug: (message, version) =>
    `程序出错了（huizong ${version}）：${message}。这不是报送件的问题，请把这句话反馈给开发者。`,
  withDebug: '加 --debug 再运行一次可以看到详情。',
};

/** 界面用语. */
export const UI: UiTexts = {
  severity,
  state,
  fileState,
  setAside,
  form,
  kind,
  tier,
  comma: '、',
  semicolon: '，',
  heading: (period, area, asOf) => `${area} ${period}（截至 ${asOf}）`,
  labels: { returns: '报送', rows: '数据', findings: '审核', written: '报告', others: '其他' },
  due: (due) => `应报 ${due} 个单位`,
  stateCount: (state, count, names, more) => `${state} ${count}${named(names, more)}`,
  nil: (count) => `其中零报告 ${count}`,
  rows: (data, counted, setAside, reasons) =>
    `共 ${data} 行：计入 ${counted}，未计入 ${setAside}${reasons.length > 0 ? `（${reasons.join('，')}）` : ''}`,
  earlierFiles: (files) => `另有往期报送件 ${files} 份，用于比较`,
  reason: (reason, count) => `${reason} ${count}`,
  severityCount: (severity, count) => `${severity} ${count}`,
  explainedCount: (count) => `已说明 ${count}`,
  noFindings: '没有发现问题',
  unknownSenders: (files, more) =>
    `不在汇总范围内、没有计入的文件：${files.join('、')}${more > 0 ? ` 等 ${files.length + more} 个` : ''}`,
  filesRead: (done, total) => `已读 ${done}/${total}`,
  timeLeft: (seconds) => (seconds < 90 ? `约剩 ${seconds} 秒` : `约剩 ${Math.round(seconds / 60)} 分钟`),
  readingFile: (name) => `正在读取 ${name}`,
  addingUp: '正在汇总',
  source: (file, state, forms, data, counted) =>
    `${file}：${[state, ...forms].join('，')}，数据 ${data} 行，计入 ${counted} 行`,
  incomplete: (missing) => `还有 ${missing} 个单位未报（--require-complete），返回 1。`,
  areaOfSenders: (area) => `各填报单位都属于${area}，按${area}汇总；要按别的范围汇总，请用 --area 写明。`,
  narrativeOfOther: (file, period) => `${file} 写的是 ${period}，这次没有采用。`,
  settingsOf: (path) => `采用 ${path} 里的设置。`,
  unknownBureau: '填报单位不明',
  places: (count) => `（${count} 处）`,
  moreFindings: (count) => `还有 ${count} 条，用 --all 全部列出`,
  explained: (reason) => `情况说明：${reason}`,
  moreOfKind: (entries, places, cells) =>
    `同样的问题还有 ${entries} 条、${places} 处，例如 ${cells}；用 --all 全部列出`,
  examples: (texts) => `例如${texts.map((text) => quotation(text, 'zh-CN')).join('、')}。`,
  causeSeparator: '；',
  causes: (list) => `可能的原因：${list}。`,
  noErrors: '没有错误',
  findingColumns: {
    bureauName: '填报单位',
    bureau: '单位代码',
    severity: '级别',
    file: '文件',
    sheet: '工作表',
    cells: '单元格',
    count: '处数',
    item: '项目',
    value: '填报值',
    code: '代码',
    message: '问题',
    causes: '可能的原因',
    hint: '修改建议',
  },
  severalValues: '（各不相同）',
  schemeWell: (id, version, { tasks, indicators, columns, regions, rules }) =>
    `${id}（第 ${version} 版）没有错误：任务 ${tasks}，指标 ${indicators}，台账列 ${columns}，地区 ${regions}，规则 ${rules}`,
  schemeHeading: (id, version, title) => `${title}（${id}，第 ${version} 版）`,
  schemeParts: { columns: '台账的列', rules: '审核规则' },
  checked: CHECKED,
  understood: UNDERSTOOD,
  status: STATUS,
  changes: CHANGES,
  blankForms: {
    made: (folder, count) => `已做好 ${count} 份空表，放在 ${folder}。填好后用 huizong check 审核。`,
  },
  init: INIT,
  fill: FILL,
  template: TEMPLATE,
  errors: ERRORS,
};

function named(names: readonly string[], more: number): string {
  if (names.length === 0) return '';
  return `（${names.join('、')}${more > 0 ? '等' : ''}）`;
}

function didYouMean(suggestion: string | null): string {
  return suggestion === null ? '。' : `，是不是 ${suggestion}？`;
}
