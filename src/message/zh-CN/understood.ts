import type { UnderstoodTexts } from '../ui-texts.ts';

/** “-v”对每个文件的说明. */
export const UNDERSTOOD: UnderstoodTexts = {
  bureau: (name, saidBy) => `填报单位  ${name === null ? '不明' : `${name}${basis(saidBy)}`}`,
  period: (id, saidBy) => `报告期    ${id === null ? '文件中没有写' : `${id}${basis(saidBy)}`}`,
  from: {
    sources: () => 'sources.csv',
    cover: (place) => `表头信息 ${place}`,
    sheet: (place) => `工作表名 ${place}`,
    fileName: () => '文件名',
    folder: () => '文件夹名',
  },
  unknownForm: '不是本制度的表',
  table: (sheet, form, header, data, totals, compiled) =>
    [
      `${sheet === null ? '' : `${sheet}：`}${form}`,
      `表头第 ${span(header)} 行`,
      data === null ? '没有数据行' : `数据第 ${span(data)} 行`,
      ...(totals.length === 0 ? [] : [`合计第 ${list(totals)} 行`]),
      ...(compiled ? [] : ['不汇总']),
    ].join('，'),
  columns: (known, renamed) => `认得的列 ${known} 个${renamed === '' ? '' : `，其中按别名认得：${renamed}`}`,
  unknownColumns: (columns) => `不认识的列  ${columns}`,
  rows: ({ data, counted, setAside, total, note, title, header, other }) =>
    `行  数据 ${data}（计入 ${counted}，未计入 ${setAside}），合计 ${total}，说明和签署 ${note}，标题 ${title}，表头 ${header}，其他 ${other}`,
};

/** 合计行多时只列前几行. */
const LISTED = 8;

function list(rows: readonly number[]): string {
  return rows.slice(0, LISTED).join('、') + (rows.length > LISTED ? ` 等 ${rows.length}` : '');
}

function basis(saidBy: string | null): string {
  return saidBy === null ? '' : `（据${saidBy.trim()}）`;
}

function span([first, last]: readonly [number, number]): string {
  return first === last ? String(first) : `${first}—${last}`;
}
