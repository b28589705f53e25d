import { expect, test } from 'vitest';
import { chooseLanguage } from '../../../src/message/language.ts';

test.each([
  ['nothing said', null, {}, null, 'zh-CN'],
  ['the flag before all', 'en', { HUIZONG_LANG: 'zh-CN', LANG: 'zh_CN.UTF-8' }, 'zh-CN', 'en'],
  ['our variable before the locale', null, { HUIZONG_LANG: 'en', LC_ALL: 'zh_CN.UTF-8' }, null, 'en'],
  [
    'LC_ALL before LC_MESSAGES and LANG',
    null,
    { LC_ALL: 'en_GB.UTF-8', LC_MESSAGES: 'zh_CN', LANG: 'zh_CN' },
    null,
    'en',
  ],
  ['LC_MESSAGES before LANG', null, { LC_MESSAGES: 'en_US', LANG: 'zh_CN' }, null, 'en'],
  ['an empty variable says nothing', null, { LC_ALL: '', LANG: 'en_US.UTF-8' }, null, 'en'],
  ['LANG', null, { LANG: 'en_US.UTF-8' }, null, 'en'],
  ['the C locale says nothing', null, { LANG: 'C.UTF-8' }, null, 'zh-CN'],
  ['a third language says nothing', null, { LANG: 'fr_FR.UTF-8' }, 'fr-FR', 'zh-CN'],
  ['the desktop locale last', null, {}, 'en-US', 'en'],
  ['Chinese of any region', null, { LANG: 'zh_TW.UTF-8' }, 'en-US', 'zh-CN'],
  ['english is no tag', null, { HUIZONG_LANG: 'english' }, null, 'zh-CN'],
])('%s', (_, flag, env, locale, language) => {
  expect(chooseLanguage({ flag, env, setting: null, locale })).toBe(language);
});

test.each([
  ['the workspace before the locale', null, { LANG: 'zh_CN.UTF-8' }, 'en'],
  ['our variable before the workspace', null, { HUIZONG_LANG: 'zh-CN' }, 'zh-CN'],
  ['the flag before the workspace', 'zh-CN', {}, 'zh-CN'],
])('%s', (_, flag, env, language) => {
  expect(chooseLanguage({ flag, env, setting: 'en', locale: null })).toBe(language);
});
