import type { TemplateTexts } from '../ui-texts.ts';

/** 模板. */
export const TEMPLATE: TemplateTexts = {
  columns: { part: '部分', format: '格式', from: '来自', state: '状态' },
  builtin: '内置',
  states: {
    builtin: '内置',
    own: '自己的',
    unchanged: '与内置相同',
    edited: '改过',
    stale: '内置的已更新',
  },
  made: (folder) => `已写入 ${folder}：`,
  next: (folder) =>
    `用任何文本编辑器修改（report.xlsx 用 Excel 或 WPS），然后运行 huizong template check ${folder} 检查。`,
  unfinished: '写法有误的文件没有检查完，改正后请再检查一次。',
  well: (parts) => `模板没有错误，共 ${parts} 个部分。`,
  faults: (count) => `错误 ${count} 处。`,
  warnings: (count) => `提示 ${count} 处。`,
  stale: (edited, header) =>
    edited
      ? `复制之后内置的这一部分又有改动；请照着改，改好后把第一行换成 ${header}`
      : '复制之后内置的这一部分又有改动，这份没有改过；重新运行 huizong template eject 即可更新',
  staleWorkbook:
    '复制之后内置的工作簿又有改动；没有改过的，重新运行 huizong template eject report.xlsx 即可更新；改过的，取出现在的（-o 另一文件夹），把自己的改动照做一遍',
  changes: '内置部分的改动（- 原来，+ 现在）：',
  changesUnknown: (part) =>
    `原来的样子已经找不到；用 huizong template eject ${part} -o 另一文件夹 取出现在的，对照修改`,
  moreChanges: (count) => `……还有 ${count} 行`,
  unused: (nearest) => `报告没有用到这个部分${rather(nearest)}`,
  odd: '这个文件名不会被当作模板，应以 .md.hbs 或 .html.hbs 结尾，或者叫 report.xlsx',
  marks: (count) => `要填写的单元格 ${count} 个：`,
  leftAlone: {
    pivot: '数据透视表原样保留；打开后刷新才有新数据，而且只取它现在写明的区域',
    macros: '宏不会带到报告里：报告是不含宏的工作簿',
    externalLink: '指向其他工作簿的链接原样保留',
    threadedNotes: '带回复的批注留在原来的单元格；不带回复的批注会跟着移动',
    query: '来自外部的数据原样保留',
    singleCell: '公式从外面引用了重复行里的一个单元格，只取第一份；要全部的，请写成区域（如 SUM(C3:C3)）',
    chartSheet: '单独成页的图表原样保留；放在普通工作表上的图表会跟着变',
  },
  staleNote: (files) => `内置模板已更新，这些是旧的拷贝：${files.join('、')}；用 huizong template check 看改了什么。`,
};

function rather(nearest: readonly string[]): string {
  return nearest.length === 0 ? '' : `（文件名是不是 ${nearest.join('、')}？）`;
}
