import type { FindingWordings, Wording } from '../wording.ts';
import { fileWord } from './file-words.ts';

const FORM_NAMES: Readonly<Record<string, string>> = { ledger: '活动台账', summary: '统计表' };

function formName(form: string): string {
  return FORM_NAMES[form] ?? form;
}

/** Kinds of files that hold others. */
const ARCHIVES: ReadonlySet<string> = new Set(['zip', 'archive', 'volume']);

/** Kinds of files that programs can save as a workbook. */
const SAVEABLE: ReadonlySet<string> = new Set(['xls', 'xlsb', 'ods', 'mhtml', 'xml', 'numbers', 'exchange']);

const PASSED_OVER = {
  download: {
    message: '文件没有下载完，没有汇总。',
    hint: '请等下载完成后重新运行，或请该单位重发；确实不需要的，删去即可。',
  },
  link: {
    message: '这只是一个快捷方式或链接，不是文件本身，没有汇总。',
    hint: '如果指向报送件，请把文件本身放进来，或请该单位报送文件本身；不是就不用处理。',
  },
  archive: {
    message: '这种压缩包或分卷不会打开，里面的文件没有汇总。',
    hint: '如果里面有报送件，请解压后把表格放进来，分卷要收齐后一起解压；没有就不用处理。',
  },
  folder: {
    message: '名字像报送表，其实是文件夹，里面没有可以汇总的表格。',
    hint: '请把报送表本身放进来，或请该单位重发；确实不需要的，删去即可。',
  },
  other: {
    message: '没有当作报送表，没有汇总。',
    hint: '如果是报送件，请报送电子表格（xlsx 或 csv）；不是就不用处理。',
  },
} as const;

/** Findings about a file as a whole and about how it is stored. */
export const FILE_FINDINGS = {
  FILE_EMPTY: () => ({
    message: '文件是空的，里面没有任何内容。',
    hint: '多半是复制或下载时没有传完，请重新导出并再报一次。',
  }),
  FILE_UNREADABLE: ({ detail }) => ({
    message: `文件打不开（${fileWord(detail)}）。`,
    hint: '请确认文件还在原处、有读取权限，并且没有被其他程序锁住。',
  }),
  FILE_BUSY: () => ({
    message: '文件正被其他程序占用，读不出来。',
    hint: '请在 Excel 或 WPS 中关闭该文件，再运行一次。',
  }),
  FILE_DAMAGED: ({ detail }) => ({
    message: `文件已损坏，读不出内容（${fileWord(detail)}）。`,
    hint: '请用 Excel 或 WPS 打开原件，另存为“Excel 工作簿（*.xlsx）”后重新报送。',
  }),
  FILE_TOO_LARGE: ({ part, limit, counted = '' }) =>
    counted === 'findings' || counted === 'bundleFindings'
      ? tooManyFindings(limit, counted)
      : tooLarge(part, limit, counted),
  FILE_TOO_SLOW: ({ seconds }) => ({
    message: `文件读了 ${seconds} 秒还没有读完，为安全起见停止了，内容没有采用。`,
    hint: '请用 Excel 或 WPS 打开原件，另存为“Excel 工作簿（*.xlsx）”后重新报送。',
  }),
  FILE_ENCRYPTED: ({ locked }) => LOCKED[locked ?? 'file'],
  FILE_UNSUPPORTED: ({ kind }) => ({
    message: `这种文件不是报送表，没有读（${fileWord(kind)}）。`,
    hint: unsupportedHint(kind),
  }),
  FILE_COPY: ({ of }, { quote }) => ({
    message: `与${quote(of)}内容完全相同，只计一份。`,
    hint: '不需要处理；如果本来要报的是修改后的版本，请补报。',
  }),
  FILE_SUPERSEDED: ({ by }, { quote }) => ({
    message: `已有更新的版本${quote(by)}，本文件没有计入。`,
    hint: '不需要处理；如果本文件才是最后的版本，请在文件名里写明“第2版”或“更正”后重新运行。',
  }),
  FILE_PARTLY_SUPERSEDED: ({ by, forms }, { quote }) => ({
    message: `其中的${forms.map(formName).join('、')}已有更新的版本${quote(by)}，更新的部分以新版为准，其余仍按本文件计入。`,
    hint: '不需要处理；如果不是更正，请核对两份文件。',
  }),
  VERSION_NARROWER: ({ of, lost }, { quote, list, nameOf }) => ({
    message:
      lost.length === 0
        ? `这一份替代了${quote(of)}，但旧版里的活动，这一份里一个也没有。`
        : `这一份替代了${quote(of)}，但旧版里有的${list(lost.map(nameOf))}，这一份里没有。`,
    hint: '请填报单位确认：确实没有的不用处理；只是补充的，请与旧版合成一份重新报送。',
  }),
  VERSIONS_CONFLICT: ({ others, forms }, { list }) => ({
    message: `${forms.map(formName).join('、')}与${list(others)}内容不同，分不出哪一份在后，都没有计入。`,
    hint: '请填报单位确认，只留一份，或在后一份的文件名里写明“第2版”；各报一部分的，请合成一份。',
  }),
  FORM_NOT_SENT: ({ form }) => ({
    message: `应报的${formName(form)}没有报送。`,
    hint: '请补报这张表；确实没有内容的，请按零报告报送。',
  }),
  SOURCES_ROW_UNUSED: ({ name }, { quote }) => ({
    message: `这一行指定的文件${quote(name)}不在本次汇总的文件之中，没有起作用。`,
    hint: '请核对文件名（与审核结果中显示的一致，或只写最后的文件名）；不再需要时删去这一行。',
  }),
  EXPLANATION_LAPSED: ({ about, explained, now }, { quote }) => ({
    message: `这一行为 ${about} 所附的情况说明已经失效：说明的是${value(explained, quote)}，现在是${value(now, quote)}。`,
    hint: '请填报单位按现在的数重新说明，改写这一行的 value 和 reason；不再需要时删去这一行。',
  }),
  EXPLANATION_REFUSED: ({ about }) => ({
    message: `这一行要说明的 ${about} 是错误，错误必须修改，不能用情况说明代替。`,
    hint: '请填报单位改正后重新报送，并删去这一行。',
  }),
  EXPLANATION_UNUSED: ({ about }) => ({
    message: `这一行的情况说明没有起作用：填报单位报送的内容里，这个位置没有 ${about} 这条审核意见。`,
    hint: '如果问题已经改正，删去这一行；如果没有，请核对 code、单位和位置各列的写法。',
  }),
  FOLDER_UNREADABLE: () => ({
    message: '这个文件夹打不开，里面的文件没有汇总。',
    hint: '请检查读取权限后重新运行；里面的单位可能被误列为未报。',
  }),
  LINK_BROKEN: () => ({
    message: '这个快捷链接指向的文件不存在，没有汇总。',
    hint: '请把原文件放进来，或者删去这个链接后重新运行。',
  }),
  FILE_PASSED_OVER: ({ kind }) => PASSED_OVER[kind ?? 'other'],
  SHEET_DAMAGED: ({ detail }) => ({
    message: `这张工作表已损坏，没有读完（${fileWord(detail)}）。`,
    hint: '请用 Excel 或 WPS 打开，核对这张表后另存为新文件，重新报送。',
  }),
  SHEET_MISSING: () => ({
    message: '文件目录里列有这张工作表，但内容不在文件里。',
    hint: '请用 Excel 或 WPS 打开原件，另存为新文件后重新报送。',
  }),
  CELL_REFERENCE_BAD: ({ reference }, { quote }) => ({
    message: `单元格的位置${quote(reference)}不合规范，这一格没有读。`,
    hint: '请用 Excel 或 WPS 打开文件，另存为新文件后重新报送。',
  }),
  CELL_TWICE: () => ({
    message: '同一个单元格在文件里存了两次，不能判断以哪个为准。',
    hint: '请用 Excel 或 WPS 打开文件，核对这一格后另存为新文件，重新报送。',
  }),
  CELL_DAMAGED: ({ stored }, { quote }) => ({
    message: `这一格在文件里存坏了（存的是${quote(stored)}），没有读。`,
    hint: '请用 Excel 或 WPS 打开文件，核对这一格后另存为新文件，重新报送。',
  }),
  CELL_STYLE_BAD: ({ style }, { quote }) => ({
    message: `这一格的格式编号${quote(style)}不存在，分不清是数字还是日期，按数字读取。`,
    hint: '请核对这一格；如果是日期，请重设为日期格式后另存，重新报送。',
  }),
  CELL_TEXT_CUT: ({ limit }) => ({
    message: `这一格的文字太长，只读了前 ${limit} 个字符。`,
    hint: '请精简内容，详细材料另附。',
  }),
  MERGE_IGNORED: ({ references, count }, { list }) => ({
    message: `有 ${count} 处合并单元格的范围不合规范，没有采用：${list(references)}。`,
    hint: '请用 Excel 或 WPS 打开文件，取消这些合并后另存为新文件，重新报送。',
  }),
  ENCODING_UNCLEAR: ({ encoding }) => ({
    message: `文本文件没有注明编码，按 ${encoding} 读取。`,
    hint: '如果报告里出现乱码，请另存为“CSV UTF-8（逗号分隔）”后重新报送。',
  }),
  ENCODING_GARBLED: () => ({
    message: '文件里的文字大多是乱码：保存时用错了编码，汉字已经丢失或变样。',
    hint: '请从没有乱码的原件另存为“Excel 工作簿（*.xlsx）”后重新报送；已经成了乱码的文件改不回来。',
  }),
  ENCODING_BROKEN: ({ encoding }) => ({
    message: `文本文件里有不属于 ${encoding} 编码的字节，内容可能是乱码。`,
    hint: '请用 Excel 打开原件，另存为“CSV UTF-8（逗号分隔）”后重新报送。',
  }),
  TEXT_QUOTE_OPEN: () => ({
    message: '这里的引号只有前一半，后面的内容分不清是哪一格。',
    hint: '请补上或删去引号；格内本身有引号的，要写成两个，例如 "他说""好"""。',
  }),
  TEXT_ROW_LENGTH: ({ expected, found }) => ({
    message: `这一行有 ${found} 格，表头有 ${expected} 格，可能错位。`,
    hint: '请检查这一行是否多了或少了逗号；格内有逗号的，整格要加英文双引号。',
  }),
} satisfies Partial<FindingWordings>;

/** What cannot be read without a password or the software that has encrypted it. */
const LOCKED = {
  file: {
    message: '文件设有打开密码，读不出内容。',
    hint: '请在 Excel 中选择“文件 › 信息 › 保护工作簿”，清空密码后重新报送。',
  },
  bundle: {
    message: '所在的压缩包设有解压密码，读不出内容。',
    hint: '请解压后直接报送里面的表格，或重新压缩，不设密码。',
  },
  software: {
    message: '文件被单位的文件加密（防泄密）软件加了密，离开本单位的电脑就读不出内容。',
    hint: '请用该软件解密或办理外发后重新报送。',
  },
};

function unsupportedHint(kind: string): string {
  if (ARCHIVES.has(kind))
    return '请解压后直接报送里面的表格，存为“Excel 工作簿（*.xlsx）”或 CSV；压缩包里的压缩包、rar、7z 和分卷都不会打开。';
  return SAVEABLE.has(kind)
    ? '请另存为“Excel 工作簿（*.xlsx）”或 CSV 后重新报送。'
    : '请把数据填在表样中，另存为“Excel 工作簿（*.xlsx）”或 CSV 后重新报送。';
}

function value(text: string, quote: (text: string) => string): string {
  return text === '' ? '空白' : quote(text);
}

function tooLarge(part: string, limit: string, counted: string): Wording {
  return {
    message: `文件太大，为安全起见没有读（${part === '' ? '' : `${part}，`}上限 ${limit}${counted === '' ? '' : fileWord(counted)}）。`,
    hint: /^bundle(?:Files|Cells|Bytes)$/.test(counted)
      ? '请只保留报送表，或分成几个压缩包后重新报送。'
      : '请删去图片、空白行和无关工作表，只保留报送表，另存后重新报送。',
  };
}

function tooManyFindings(limit: string, counted: 'findings' | 'bundleFindings'): Wording {
  if (counted === 'bundleFindings')
    return {
      message: `压缩包里的文件问题太多，这一份没有采用（超过 ${limit}${fileWord(counted)}）。`,
      hint: '请先改正压缩包里问题多的文件，或把这一份单独报送。',
    };
  return {
    message: `文件的问题太多，没有采用（超过 ${limit}${fileWord(counted)}）。`,
    hint: '请核对各列内容和表头是否对应，改正后重新报送。',
  };
}
