import { LANGUAGES, type Language } from '../message/language.ts';
import { helpPage } from './help.ts';
import { helpTexts } from './help-words.ts';
import { COMMANDS } from './options.ts';

/** `docs/cli.md`: every help page in every language, as the program prints it. */
export async function manual(): Promise<string> {
  const parts = ['# Command line', '', 'Made by `npm run docs:cli` from the help pages of the program.'];
  for (const language of LANGUAGES) {
    const texts = await helpTexts(language);
    parts.push('', `## ${texts.language}`);
    for (const [id, page] of await pages(language)) {
      parts.push('', `### ${`huizong ${id}`.trim()}`, '', '```text', page.trimEnd(), '```');
    }
  }
  return `${parts.join('\n')}\n`;
}

/** Modules of `src/cli/pages/` by file name: the laid-out lines of every page, so that no start has to lay them out. */
export async function pageModules(): Promise<readonly (readonly [file: string, text: string])[]> {
  return Promise.all(LANGUAGES.map(async (language) => [`${language}.ts`, moduleOf(await pages(language))] as const));
}

async function pages(language: Language): Promise<readonly (readonly [id: string, page: string])[]> {
  const texts = await helpTexts(language);
  return COMMANDS.map(({ id }) => [id, helpPage(id, texts)]);
}

function moduleOf(all: readonly (readonly [string, string])[]): string {
  const lines = Object.fromEntries(all.map(([id, page]) => [id, page.split('\n')]));
  return [
    '/** Lines of the help pages by command. Made by `npm run docs:cli`. */',
    `export const PAGES: Readonly<Record<string, readonly string[]>> = ${JSON.stringify(lines, null, 2)};`,
    '',
  ].join('\n');
}
