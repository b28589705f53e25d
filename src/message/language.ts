/** Languages of the program. Reports are Chinese in either. */
export type Language = 'zh-CN' | 'en';

export const LANGUAGES = ['zh-CN', 'en'] as const satisfies readonly Language[];

/** What may say the language, best first. */
export interface LanguageSources {
  /** `--lang`. */
  readonly flag: string | null;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** `lang` of the workspace. */
  readonly setting: string | null;
  /** The locale of the desktop, where it says more than the environment does; null elsewhere. */
  readonly locale: string | null;
}

/**
 * The language that the user wants: flag, `HUIZONG_LANG`, `huizong.yaml`, locale variables, desktop locale, else Chinese.
 *
 * A locale of a third language (or `C`) decides nothing: the users of huizong read Chinese.
 */
export function chooseLanguage({ flag, env, setting, locale }: LanguageSources): Language {
  const posix = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'];
  for (const said of [flag, env['HUIZONG_LANG'], setting, posix, locale]) {
    const language = languageOf(said ?? '');
    if (language !== null) return language;
  }
  return 'zh-CN';
}

/** The language that a tag or locale names (`zh`, `zh_CN.UTF-8`, `en-US`); null when it is neither. */
export function languageOf(tag: string): Language | null {
  const [, primary] = /^([a-z]+)(?:[-_.@]|$)/i.exec(tag) ?? [];
  switch (primary?.toLowerCase()) {
    case 'zh':
      return 'zh-CN';
    case 'en':
      return 'en';
    default:
      return null;
  }
}
