import { type ExplainedCode, explainAll, explainCode, explanationTexts } from '../message/explain.ts';
import type { Language } from '../message/language.ts';
import { builtinSchemeFolder, loadScheme } from '../scheme/load.ts';
import type { Scheme } from '../scheme/scheme.ts';

const LANGUAGE: Language = 'zh-CN';

/** `docs/findings.md`: every code and every rule of the built-in scheme, in Chinese with its English title. */
export async function findingsPage(): Promise<string> {
  const scheme = await loadScheme(builtinSchemeFolder());
  const { page } = explanationTexts(LANGUAGE);
  const groups = explainAll(scheme, LANGUAGE).map(({ title, codes }) => [
    `## ${title}`,
    ...codes.flatMap((one) => section(one, scheme)),
  ]);
  return `${[`# ${page.title}`, page.madeBy, ...page.introduction, ...groups.flat()].join('\n\n')}\n`;
}

function section({ code, severity, title, what, why, mend }: ExplainedCode, scheme: Scheme): readonly string[] {
  const { headings, severities } = explanationTexts(LANGUAGE);
  const english = explainCode(code, scheme, 'en')?.title ?? '';
  const rows = [
    [headings.what, what],
    [headings.why, why],
    [headings.mend, mend],
  ];
  return [
    `### ${code}`,
    `**${severities[severity]}** ${title} · ${english}`,
    rows.map(([heading, text]) => `- ${heading}：${text}`).join('\n'),
  ];
}
