import type { FindingWordings } from '../wording.ts';

/** Findings about what a file is: form, sender, period, sheets and columns. */
export const FORM_FINDINGS = {
  FORM_UNKNOWN: ({ seen }, { quote }) => ({
    message: `看不出这是活动台账还是统计表${seen === '' ? '' : `（看到的是${quote(seen)}）`}。`,
    hint: '请使用下发的表样，保留表头一行，列名不要改动。',
  }),
  HEADER_NOT_FOUND: ({ seen }, { quote }) => ({
    message: `找不到表头行，无法知道每一列填的是什么${seen === '' ? '' : `（最接近的是${quote(seen)}）`}。`,
    hint: '请在数据上方保留一行列名，与表样一致，例如“地市、任务类别、活动名称”。',
  }),
  SENDER_NOT_FOUND: () => ({
    message: '看不出是哪个单位报送的，整份无法计入。',
    hint: '请在表头上方写明“填报单位：××市民政局”，或把单位写进文件名，例如“惠州市.xlsx”。',
  }),
  SENDER_DISAGREES: ({ found }, { list }) => ({
    message: `填报单位前后不一致：${list(found)}。`,
    hint: '请核对封面、工作表名和文件名，改成同一个单位。',
  }),
  SENDER_UNKNOWN: ({ name }, { quote, nameOf }) => ({
    message: `填报单位${quote(nameOf(name))}不在汇总范围内，没有计入。`,
    hint:
      nameOf(name) === name
        ? '请核对单位名称；如果确属本地区，请在报表制度的地区表中补上。'
        : '请核对单位名称；如果应当汇总，请用 --area 写明汇总范围，或核对 roster.csv。',
  }),
  PERIOD_NOT_FOUND: (_, { raw }) => ({
    message: raw === null ? '没有写明报告期。' : `报告期${raw}看不出是哪一期。`,
    hint: '请在表头上方写明“报告期：2024年第一季度”，或写进文件名，例如“惠州市2024Q1.xlsx”。',
  }),
  PERIOD_DISAGREES: ({ found }, { list, period }) => ({
    message: `报告期前后不一致：${list(found.map(period))}。`,
    hint: '请核对封面、工作表名和文件名，改成同一个报告期。',
  }),
  PERIOD_OTHER: ({ found, expected }, { period }) => ({
    message: `这份报的是${period(found)}，本次汇总的是${period(expected)}，没有计入。`,
    hint: '如果只是写错了报告期，请改正后重新报送；如果是往期材料，请移出文件夹。',
  }),
  NO_DATA_ROWS: () => ({
    message: '表里只有表头，没有数据行。',
    hint: '如果本期确实没有，请写明“零报告”；否则请补填后重新报送。',
  }),
  FORM_VERSION_OTHER: ({ found, expected }) => ({
    message: `这份表是按另一版报表制度做的（${found}，现行${expected}）。`,
    hint: '数据已照填报的读取；请用 huizong form 重新生成空表，下期用新表填报。',
  }),
  SHEET_HIDDEN: ({ rows }) => ({
    message: `这张工作表是隐藏的，没有汇总${rows > 0 ? `（里面有 ${rows} 行数据）` : ''}。`,
    hint: '如果需要计入，请取消隐藏后重新报送。',
  }),
  SHEET_NOT_COMPILED: () => ({
    message: '这张工作表不是报送数据，没有汇总。',
    hint: '如果里面是要报的数据，请改掉工作表名或把数据移到报送表中。',
  }),
  SHEET_OTHER_PERIOD: ({ found, rows }, { period }) => ({
    message: `这张工作表是${period(found)}的，没有汇总${rows > 0 ? `（有 ${rows} 行数据）` : ''}。`,
    hint: '如果是本期数据，请改正工作表名；往期的工作表留着不影响汇总。',
  }),
  TABLE_NOT_COMPILED: ({ rows }) => ({
    message: `这里的一张表不是报送数据，没有汇总${rows > 0 ? `（有 ${rows} 行）` : ''}。`,
    hint: '如果里面是要报的数据，请按表样写好表头后重新报送。',
  }),
  ROWS_HIDDEN: ({ rows }) => ({
    message: `有 ${rows} 行是隐藏的，已照常计入。`,
    hint: '如果这些行不该报，请删除后重新报送。',
  }),
  COLUMN_MISSING: ({ name, nearest }, { quote, list }) => ({
    message: `缺少${quote(name)}这一列，相关数据无法汇总。`,
    hint:
      nearest.length > 0
        ? `表里有${list(nearest)}，如果就是这一列，请把列名改成${quote(name)}。`
        : `请按表样补上这一列，列名写${quote(name)}。`,
  }),
  COLUMN_TWICE: ({ name, kept, ignored }, { quote }) => ({
    message: `有两列都是${quote(name)}：采用${quote(kept)}，没有采用${quote(ignored)}。`,
    hint: '请核对采用的是不是对的那一列；另一列请删去或改名。',
  }),
  COLUMN_UNKNOWN: ({ header }, { quote }) => ({
    message: `${quote(header)}不是表样里的列，没有汇总。`,
    hint: '如果只是备查，不需要处理；如果是表样里的某一列，请改用表样的列名。',
  }),
  COLUMNS_UNKNOWN: ({ columns, first }, { quote }) => ({
    message: `有 ${columns} 列不是表样里的列，没有汇总；第一个是${quote(first)}。`,
    hint: '如果只是备查，不需要处理；如果列名改动过，请恢复表样的列名。',
  }),
  COLUMNS_ASIDE: ({ columns, first }, { quote }) => ({
    message: `表旁另有 ${columns} 列清单（如下拉选项），不是报送数据，没有汇总；第一个是${quote(first)}。`,
    hint: '不需要处理；如果里面有要报的数据，请移到表内。',
  }),
  COLUMN_BY_CELLS: ({ header }, { quote }) => ({
    message: `${header === '' ? '这一列没有列名' : `列名${quote(header)}没有说明是地区`}，但格内都是地区名称，已作为地区列读取。`,
    hint: '不需要处理；改用表样的列名（如地市、县（市、区））更稳妥。',
  }),
  COLUMN_WITHOUT_HEADER: ({ numbers, first }) => ({
    message: `这一列没有列名，却有 ${numbers} 个数（第一个在 ${first}），没有汇总。`,
    hint: '请按表样补上列名；填错了列的，请移到该填的列；不用报的，请删去。',
  }),
  INDICATOR_UNKNOWN: ({ label }, { quote }) => ({
    message: `${quote(label)}不是表样里的指标，这一行没有汇总。`,
    hint: '如果只是备查，不需要处理；如果是表样里的某个指标，请改用表样的指标名称。',
  }),
  ROW_WITHOUT_INDICATOR: () => ({
    message: '这一行填了数，却没有写是哪个指标，没有汇总。',
    hint: '请补上指标名称，与表样一致；填错了行的，请移到该填的行；不用报的，请删去。',
  }),
  INDICATORS_UNKNOWN: ({ rows, first }, { quote }) => ({
    message: `有 ${rows} 行不是表样里的指标，没有汇总；第一个是${quote(first)}。`,
    hint: '如果只是备查，不需要处理；如果指标名称改动过，请恢复表样的名称。',
  }),
  INDICATOR_TWICE: ({ kept, ignored }, { name, quote }) => ({
    message: `指标${quote(name ?? '')}有两行：采用${quote(kept)}，没有采用${quote(ignored)}。`,
    hint: '请核对采用的是不是对的那一行；另一行请删去或改名。',
  }),
  INDICATORS_MISSING: ({ names }, { list }) => ({
    message: `缺少 ${names.length} 项应填指标：${list(names)}。`,
    hint: '请按表样补上这些指标；确实没有发生的请填 0 或“无”。',
  }),
  TABLES_TOO_MANY: ({ limit }) => ({
    message: `这张工作表里的表超过 ${limit} 个，从这里往下没有读取。`,
    hint: '请把表分到几个工作表，或合并成一张表后重新报送。',
  }),
} satisfies Partial<FindingWordings>;
