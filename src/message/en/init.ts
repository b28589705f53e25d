import type { InitTexts, NewSettings } from '../ui-texts.ts';
import { yamlText } from '../yaml-text.ts';

/** Making a workspace. */
export const INIT: InitTexts = {
  askArea: 'Region that reports are for (name or code)',
  askPeriod: 'Period',
  settings,
  made: (folder) => `Made the workspace ${folder}:`,
  kept: (names) => `There already and left as they are: ${names.join(', ')}`,
  next: (folder, returns) =>
    `Put what bureaus send into ${returns} and run huizong status or huizong report in ${folder}.`,
};

function settings({ area, areaName, period, lastDay, scheme, lang, deadlines }: NewSettings): string {
  return `# Settings of a huizong workspace; docs/workspace.md explains them. Take "# " away to make a setting hold.

# Region that reports are for, by name or code
area: ${area} # ${areaName}

# Period (default: the only one with a folder of returns; of several choose one with --period)
# period: ${period}

# Folders of returns and reports; {period} stands for the period
# returns: returns/{period}
# output: reports/{period}

# Folder of the scheme (default: the built-in sample scheme)
${scheme === null ? '# scheme: my-scheme' : `scheme: ${yamlText(scheme)}`}

# Until how many days after the end of a period returns are in time; or the last day of one period
# deadlines:
${Object.entries(deadlines)
  .map(([name, days]) => `#   ${name}: ${days}\n`)
  .join('')}#   ${period}: ${lastDay}

# Whether a return with an error counts: normal (what can be read) or strict (not at all)
# counting: normal

# Which form is believed when both give a value: summary or ledger
# basis: summary

# Severity of a finding: error, warning or info
# severity:
#   DATE_OUTSIDE_PERIOD: info

# Language of the program: zh-CN or en
${lang === null ? '# lang: zh-CN' : `lang: ${lang}`}
`;
}
