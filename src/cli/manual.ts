import { LANGUAGES, type Language } from '../message/language.ts';
import { helpPage } from './help.ts';
import { helpTexts } from './help-words.ts';
import { COMMANDS } from './options.ts';

/** What is made of the help pages, by path: `docs/cli.md`, and the modules of pages that the program prints. */
export async function manual(): Promise<ReadonlyMap<string, string>> {
  const modules = LANGUAGES.map(async (language) => {
    return [`src/message/${language}/help-pages.ts`, moduleOf(await pages(language))] as const;
  });
  return new Map([['docs/cli.md', await markdown()], ...(await Promise.all(modules))]);
}

async function markdown(): Promise<string> {
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

async function pages(language: Language): Promise<readonly (readonly [id: string, page: string])[]> {
  const texts = await helpTexts(language);
  return COMMANDS.map(({ id }) => [id, helpPage(id, texts)]);
}

/** Every page as it is laid out, so that no start has to do it. */
function moduleOf(all: readonly (readonly [string, string])[]): string {
  return [
    '/** Help pages by command; docs/cli.md shows them as they are printed. Made by `npm run docs:cli`. */',
    `export const PAGES: Readonly<Record<string, string>> = ${JSON.stringify(Object.fromEntries(all), null, 2)};`,
    '',
  ].join('\n');
}
