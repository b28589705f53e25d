import { describe, expect, test } from 'vitest';
import { helpRequest, languageFlag } from '../../../src/cli/help-request.ts';
import { COMMANDS, isGroup } from '../../../src/cli/options.ts';

test.each([
  [[], { page: '' }],
  [['--help'], { page: '' }],
  [['-h', '--lang', 'en'], { page: '' }],
  [['help'], { page: '' }],
  [['help', 'scheme', 'check'], { page: 'scheme check' }],
  [['report', '--help'], { page: 'report' }],
  [['--lang=en', 'scheme'], { page: 'scheme' }],
  [['--version'], 'version'],
  [['-V'], 'version'],
  [['report'], null],
  [['report', 'x', '--help'], null],
  [['help', 'nothing'], null],
  [['-V', '-q'], null],
  [['--quiet'], null],
])('%j asks for %j', (argv, asked) => {
  expect(helpRequest(argv)).toEqual(asked);
});

test('knows every command of the table', () => {
  for (const { id } of COMMANDS) {
    const words = id === '' ? [] : id.split(' ');
    expect(helpRequest([...words, '--help'])).toEqual({ page: id });
    expect(helpRequest(words)).toEqual(id === '' || isGroup(id) ? { page: id } : null);
  }
});

describe('the language flag', () => {
  test.each([
    [['--lang', 'en'], 'en'],
    [['report', '--lang=en'], 'en'],
    [['--lang', 'en', '--lang', 'zh-CN'], 'zh-CN'],
    [['--lang'], null],
    [['report'], null],
  ])('of %j is %j', (argv, flag) => {
    expect(languageFlag(argv)).toBe(flag);
  });
});
