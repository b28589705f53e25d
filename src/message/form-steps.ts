import type { Form } from '../model/recognised.ts';
import type { InstructionNames } from './form-labels.ts';

/** How the form is filled in, step by step, by the sheets that it has. */
export function formSteps(forms: readonly Form[], names: InstructionNames): readonly string[] {
  const { summary, ledger, check, nil } = names;
  const steps = [
    '只填浅黄色的格。其余的格已锁定（没有密码），表头和表号不要改，不要增减栏目。',
    ...(forms.includes('summary')
      ? [
          `“${summary}”每个指标填一个数：只写数字，按“计量单位”一栏的单位，金额用万元；没有发生的填0，不要空着。合计自动计算。`,
        ]
      : []),
    ...(forms.includes('ledger')
      ? [
          `“${ledger}”一行填一家协会商会的一项活动。几家联合举办同一活动的，各填一行，活动名称、时间、地点写得一样，汇总时只计一次。行不够的，在中间插入行。`,
        ]
      : []),
    `本期没有任何活动的，在“${nil}”后面的格里选择，其余不填。`,
    ...(check === ''
      ? []
      : [`“${check}”一栏自动核对：✓为相符；✗为不符，后面写明是哪一条，请对照修改。没有填全的不核对。`]),
    '下拉列表中没有的，不要自己写，请与汇总单位联系。',
    '填好后存为xlsx文件报送，不要改成图片或PDF；用Excel、WPS表格或LibreOffice填都可以。',
  ];
  return steps.map((step, at) => `${at + 1}．${step}`);
}
