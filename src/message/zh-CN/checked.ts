import type { CheckedTexts } from '../ui-texts.ts';

/** 审核了什么、没有审核什么. */
export const CHECKED: CheckedTexts = {
  labels: { rules: '规则', unchecked: '未审核' },
  counts: ({ passed, failed, notEvaluable }) => `相符 ${passed}，不符 ${failed}，缺数无法审核 ${notEvaluable}`,
  unchecked: (files, more) =>
    `${files.map(({ file, because }) => `${file}（${because}）`).join('、')}${more > 0 ? ` 等 ${files.length + more} 个文件` : ''}的内容`,
  notChecked: (because) => `内容没有审核，原因见 ${because}`,
};
