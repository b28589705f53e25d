import type { Form } from '../../model/recognised.ts';
import type { FillTexts } from '../fill-texts.ts';

const FORMS: Readonly<Record<Form, string>> = { summary: '统计表', ledger: '活动台账' };

/** 录入. */
export const FILL: FillTexts = {
  askBureau: '填报单位（名称、代码或拼音首字母）',
  askPeriod: '报告期',
  askForm: '填什么',
  forms: { ...FORMS, both: '统计表和活动台账' },
  askParts: (bureau) => `${bureau}的统计表`,
  byPart: (parts, apart) =>
    `分地区填（${parts} 个，含本级${apart.length === 0 ? '' : `；${apart.join('、')}按应报名单自行报送，不在内`}）`,
  ownLevel: '只填本级（下级各自报送）',
  asWhole: '只填一个合计数',
  askDraft: '有没填完的草稿',
  newReturn: '另填一份',
  draftLine: (bureau, period, answers, activities) => `${bureau} ${period}（${filled(answers, activities)}）`,
  goOn: (answers, activities) => `接着上次填：${filled(answers, activities)}。`,
  askOtherDraft: (file) => `这个单位这一期已有草稿，不是改“${file}”的`,
  keepDraft: '接着填草稿',
  startAnew: (aside) => `改这个文件（草稿另存为 ${aside}）`,
  otherScheme: (was, now) => `草稿是按报表制度 ${was} 填的，现在是 ${now}；已没有的项目不再出现。`,
  formAdded: (form) => `草稿里原来没有${form}，已加上。`,
  readingEarlier: (periods) => `正在读取${periods}的报送件，用于对照…`,
  opened: (file, figures, activities) => `已打开“${file}”：${figures} 个数，${activities} 项活动。原文件不改动。`,
  leftOut: (figures) => `其中 ${figures} 个数（累计数，或这里不填的地区）不在标准表里，没有带过来。`,
  leftColumns: (headers) => `标准表里没有${headers.map((header) => `“${header}”`).join('、')}这些列，没有带到新版里。`,

  listKeys: '↑↓ 选择，回车确定',
  nothingFound: '没有相符的',
  dropped: (lines) => `后面输入的 ${lines} 行没有录入，请核对后再填。`,
  keys: (hasPrevious) => `回车 跳过  < 上一题  ? 说明${hasPrevious ? '  = 同上期' : ''}  清空 删除  . 菜单`,
  commands: {
    back: ['<', '《', '〈', '上一题', '返回'],
    help: ['?', '说明', '帮助'],
    previous: ['=', '同上期'],
    menu: ['.', '。', '菜单'],
    clear: ['清空', '删除'],
  },
  back: '← 上一题',
  toMenu: '← 菜单',
  noAnswer: '（不填）',

  heading: (bureau, period) => `${bureau}  ${period}`,
  figuresDone: (answered, of) => `统计表 ${answered}/${of}`,
  activitiesDone: (count) => `活动 ${count} 项`,
  askMenu: '做什么',
  menu: {
    next: '接着填统计表',
    tasks: '统计表：选任务',
    show: '看已填的',
    leave: '退出，下次接着填',
  },
  menuActivities: (count) => `活动台账（${count} 项）`,
  menuReview: (errors, warnings) => `待处理：错误 ${errors}，提示 ${warnings}`,
  menuFinish: (missing) => (missing === 0 ? '填完了，写出报送件' : `写出报送件（必填的还差 ${missing} 项）`),

  askRegion: '哪个地区',
  askTask: '哪项任务',
  progress: (name, answered, of) => `${name}  ${answered}/${of}`,
  question: (name, unit, previous) =>
    `${name}${unit === '' ? '' : `（${unit}）`}${previous === null ? '' : ` 上期 ${previous}`}：`,
  noPrevious: '没有上期数。',
  helpKind: {
    flow: '填本期发生的数，不是累计数。',
    stock: '填期末的数。',
    distinct: '填本期的家数，一家协会商会只算一次。',
  },
  helpNil: (core) => `没有发生填 0 或“无”；不掌握的${core ? '可以先跳过，但这一项必填' : '跳过'}。`,
  helpRule: (rule) => `审核关系：${rule}。`,

  askActivities: '活动台账',
  addActivity: '＋ 新增一项活动',
  activityLine: (at, date, title, association) =>
    [`${at}.`, date, title, association === '' ? '' : `（${association}）`].filter((part) => part !== '').join(' '),
  untitled: '（没有名称）',
  askActivity: (line) => line,
  activityActions: {
    rest: '接着填没填的',
    all: '逐项改',
    one: '改其中一项',
    copy: '复制成新的一项',
    remove: '删除',
    up: '← 返回',
  },
  askColumn: '改哪一项',
  askRemove: (line) => `确定删除“${line}”吗`,
  yesNo: { yes: '是', no: '否' },
  columnLine: (name, text) => `${name}：${text === '' ? '（空）' : text}`,
  helpExpected: '这类活动应当填这一项。',
  helpType: {
    date_range: '例如 2024-03-15、3月15日；多天的写成 2024-03-15至2024-03-17。',
    uscc: '18 位统一社会信用代码，可以不填。',
    integer: '填整数；没有发生填 0 或“无”。',
    decimal: '填数字，可以写 3.5 或 35000元；没有发生填 0 或“无”。',
    boolean: '选“是”或“否”。',
    text: '照实填写文字。',
  },
  newActivity: (at) => `第 ${at} 项活动`,

  error: '错误',
  warning: '提示',
  understood: (value, unit) => `记为 ${value}${unit === '' ? '' : ` ${unit}`}`,
  askWrong: '怎么办',
  again: '重填这一项',
  changeOther: (name, text) => `改“${name}”${text === '' ? '' : `（${text}）`}`,
  leaveForNow: '先留着，写出之前再改',
  askReason: '如果无误，请说明原因（回车：以后再说）：',
  reasonNoWords: '原因要用文字说明；还没有要说的，直接按回车。',

  askReview: '待处理',
  allWell: '没有错误，也没有待核实的。',
  reviewLine: (severity, subject, message) => `${severity} ${subject}${subject === '' ? '' : '：'}${message}`,
  errorsBlock: (count) => `还有 ${count} 处错误，改好才能写出：`,
  missing: (count, names, more) => `必填的还差 ${count} 项：${names.join('、')}${more > 0 ? `等` : ''}。`,
  noActivities: '台账里还没有活动，写出的文件里不含台账。',
  nothingYet: '还什么都没填。',
  askMissing: '缺的怎么办',
  fillMissing: '去填',
  writeAnyway: '先这样写出（汇总时会要求补报）',
  unexplained: (count) => `有 ${count} 处提示还没有说明原因：`,
  askUnexplained: '提示怎么办',
  explainEach: '逐条处理',
  askNil: '填的全是 0。本期确实没有开展吗（零报告）',
  askNilBlank: '还什么都没填。本期没有开展，作零报告吗',
  written: (file) => `已写出 ${file}`,
  readBack: '已重新读取核对，与所填一致。',
  readBackDiffers: (file, draft, answer) =>
    `${file} 重新读取后会与所填的不一致，没有写出${draft === null ? '' : `，草稿保留在 ${draft}`}。${
      answer === ''
        ? '请反馈给开发者。'
        : `读出来不一样的是“${answer}”：请换个写法（单独的“合计”“示例”会被当作合计行、样例）；换了还不行，请反馈给开发者。`
    }`,
  unwritable: {
    tooLong: '文字太长：表格的一格最多 32767 个字符。',
    control: '文字里有表格放不下的控制字符，请去掉后重填。',
  },
  reasonsWritten: (count, file) => `${count} 条原因已记入 ${file}`,
  original: (file) => `原文件 ${file} 没有改动，汇总时以新的一版为准。`,
  left: (draft, command) => `已存为草稿 ${draft}。接着填：${command}`,
  total: (name, value, unit) => `  ${name}：${value} ${unit}`,

  version: (stem, number) => `${stem}（第${number}版）`,

  needsFlag: (flag, example) => `这里没有可以回答问题的终端，请用 ${flag} 写明，例如 ${example}。`,
  needsAnswers: '这里没有可以回答问题的终端，请用 --answers FILE.json 或 --set ID=VALUE 写明所填的内容。',
  bureauUnknown: (value) => `报表制度里没有“${value}”这个填报单位，请核对 --bureau。`,
  cannotOpen: (file) => `“${file}”不能当作报送件打开：`,
  answersFault: ({ at, code, value, nearest, detail }) => {
    const what: Readonly<Record<string, string>> = {
      notJson: '不是 JSON',
      notObject: '应当是对象 { }',
      notText: '应当是文字、数字或 true、false',
      notList: '应当是列表 [ ]',
      unknownKey: '不认识这一项',
      unknownItem: `没有“${value}”这个指标或列`,
      unknownRegion: `“${value}”不是这份报送件要填的地区`,
      notForm: '只能是 "summary" 或 "ledger"',
      notBoolean: '只能是 true 或 false',
      tooLong: '太长，表格的一格最多 32767 个字符',
      control: '有表格放不下的控制字符',
      notAsked: `这份报送件不填${FORMS[value as Form] ?? value}，这里的内容没有地方放；请用 --form both，或去掉这些内容`,
      notReason: `写不进 explanations.csv：${detail}`,
    };
    return `${at}：${what[code] ?? code}${nearest.length === 0 ? '' : `，是不是 ${nearest.join('、')}`}`;
  },
  answersFaulty: (file, count) => `${file} 有 ${count} 处写得不对，什么都没有写出：`,
  formsOfFile: (file, forms) =>
    `“${file}”里有${forms.map((form) => FORMS[form]).join('、')}，改成的新版都要保留；--form 只能再加一张表，请写 --form both 或不写。`,
  partsOfFile: (file) => `“${file}”的统计表按原来的地区填，请不写 --parts。`,
  answersOfOther: (other, file, of) => `--answers 里写的是${other}，“${file}”是${of}的报送件；请核对。`,
  nilWithAnswers: '"nil": true 是零报告，不能同时有大于 0 的数或活动；请去掉 "nil"，或去掉这些数和活动。',
  setWrong: (value) => `--set 要写成 ID=VALUE 或 REGION.ID=VALUE，不能是“${value}”。`,
  draftHeld: (draft, pid, host, lock) =>
    `草稿 ${draft} 正在另一个窗口里填（进程 ${pid}，计算机 ${host}）；请先在那里退出。如果确定没有在填，删除 ${lock} 后再试。`,
  draftDamaged: (draft) => `草稿 ${draft} 读不出来；请改名或移走后再试。`,
  oneFormCsv: 'csv 文件只能放一张表，请用 --form summary 或 --form ledger，或写成 .xlsx。',
  outputType: (file) => `--output 的文件名应以 .xlsx 或 .csv 结尾，不能是“${file}”。`,
  outputIsSource: (file) => `--output 不能是正在改的“${file}”，原文件不改动。`,
};

function filled(answers: number, activities: number): string {
  return `已填 ${answers} 个数、${activities} 项活动`;
}
