import { LANGUAGES } from '../message/language.ts';
import { helpPage } from './help.ts';
import { COMMANDS } from './options.ts';
import { helpTexts } from './show.ts';

/** `docs/cli.md`: every help page in every language, as the program prints it. */
export async function manual(): Promise<string> {
  const parts = ['# Command line', '', 'Made by `npm run docs:cli` from the help pages of the program.'];
  for (const language of LANGUAGES) {
    const texts = await helpTexts(language);
    parts.push('', `## ${texts.language}`);
    for (const { id } of COMMANDS) {
      parts.push('', `### ${`huizong ${id}`.trim()}`, '', '```text', helpPage(id, texts).trimEnd(), '```');
    }
  }
  return `${parts.join('\n')}\n`;
}
