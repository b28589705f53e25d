import type { InitTexts, NewSettings } from '../ui-texts.ts';
import { yamlText } from '../yaml-text.ts';

/** 建立工作区. */
export const INIT: InitTexts = {
  askArea: '汇总范围（地区名称或代码）',
  askPeriod: '报告期',
  settings,
  made: (folder) => `已建立工作区 ${folder}：`,
  kept: (names) => `原来就有、没有改动的：${names.join('、')}`,
  next: (folder, returns) =>
    `把收到的报送件放进 ${returns}，然后在 ${folder} 里运行 huizong status 或 huizong report。`,
};

function settings({ area, areaName, period, lastDay, scheme, lang, deadlines }: NewSettings): string {
  return `# huizong 工作区的设置，写法见说明 docs/workspace.md。去掉行首的“# ”，这一项就起作用。

# 汇总范围：地区名称或代码
area: ${area} # ${areaName}

# 报告期；不写时，returns 里只有一期的文件夹就是那一期，有几期时用 --period 指定
# period: ${period}

# 报送件和报告的文件夹；{period} 代表报告期
# returns: returns/{period}
# output: reports/{period}

# 报表制度文件夹；不写时用内置的示例指标体系
${scheme === null ? '# scheme: 我的制度' : `scheme: ${yamlText(scheme)}`}

# 报送期限：报告期结束后第几日为止；也可以写明某一期的最后一日
# deadlines:
${Object.entries(deadlines)
  .map(([name, days]) => `#   ${name}: ${days}\n`)
  .join('')}#   ${period}: ${lastDay}

# 有错误的报送件是否整份不计入：normal 计入能识别的，strict 整份不计入
# counting: normal

# 统计表与台账都有数时以哪个为准：summary 统计表，ledger 台账
# basis: summary

# 改变某条审核意见的级别：error 错误，warning 提示，info 提醒
# severity:
#   DATE_OUTSIDE_PERIOD: info

# 界面语言：zh-CN、en
${lang === null ? '# lang: zh-CN' : `lang: ${lang}`}
`;
}
