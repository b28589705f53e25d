import { expect, test } from 'vitest';
import { failure } from '../../../src/cli/failure.ts';
import { UI as EN } from '../../../src/message/en/ui.ts';
import { UI as ZH } from '../../../src/message/zh-CN/ui.ts';
import { Cancelled, ConfigurationError, EnvironmentError, UsageError } from '../../../src/model/errors.ts';

const chinese = { texts: ZH, language: 'zh-CN', debug: false } as const;
const english = { texts: EN, language: 'en', debug: false } as const;
const busy = new EnvironmentError('cannot replace r.xlsx', {
  problem: { code: 'OUTPUT_BUSY', args: { path: 'r.xlsx' } },
});

test.each([
  [
    'a mistake of use, in English where nothing else is known',
    new UsageError('no such thing'),
    chinese,
    2,
    'huizong: no such thing\n',
  ],
  [
    'a problem in the language of the user',
    busy,
    chinese,
    2,
    'huizong: “r.xlsx”正被其他程序打开，请在 Excel 或 WPS 中关闭后再运行一次。\n',
  ],
  ['a problem in English', busy, english, 2, 'huizong: cannot replace r.xlsx\n'],
  ['an interruption', new Cancelled(), chinese, 130, 'huizong: 已中断，没有写出报告。\n'],
  ['hidden characters of names', new UsageError('a\u202Eb\u001B[2J'), english, 2, 'huizong: a\\u202Eb\\u001B[2J\n'],
] as const)('%s', (_, error, context, code, text) => {
  expect(failure(error, context)).toEqual({ code, text });
});

test('all faults of a configuration are told, each with its line', () => {
  const error = new ConfigurationError('the scheme has 2 faults', [
    {
      file: 'tasks.csv',
      line: 3,
      text: 'id "t1" is already used',
      code: 'ID_TWICE',
      args: { column: 'id', value: 't1', first: 'tasks.csv:2' },
    },
    { file: 'rules.csv', line: null, text: 'something new', code: 'NOT_KNOWN_YET' },
  ]);
  expect(failure(error, english).text.split('\n')).toEqual([
    'huizong: the scheme has 2 faults',
    '  tasks.csv:3: id "t1" is already used',
    '  rules.csv: something new',
    '',
  ]);
  expect(failure(error, chinese).text).toContain('tasks.csv 第 3 行：“id”的“t1”已经用过（tasks.csv:2）');
});

test('a fault with a column is told with the line that it stands in', () => {
  const error = new ConfigurationError('the templates have a fault', [
    {
      ...{
        file: 'report.md.hbs',
        line: 2,
        column: 5,
        text: 'no helper named "nums"',
        excerpt: ['合计 {{nums 1}}', '　　 ^'],
      },
      ...{ code: 'TEMPLATE_HELPER_UNKNOWN', args: { name: 'nums', nearest: ['num'] } },
    },
  ]);
  const excerpt = ['      合计 {{nums 1}}', '      　　 ^', ''];
  expect(failure(error, english).text.split('\n').slice(1)).toEqual([
    '  report.md.hbs:2:5: no helper named "nums"',
    ...excerpt,
  ]);
  expect(failure(error, chinese).text.split('\n').slice(1)).toEqual([
    '  report.md.hbs 第 2 行第 5 个字：没有“nums”这个函数（是不是 num？）',
    ...excerpt,
  ]);
});

test('anything else is a bug: told with the version, and with the stack only under --debug', () => {
  const error = new TypeError('x is not a function');
  expect(failure(error, english)).toEqual({
    code: 2,
    text: expect.stringMatching(/^huizong: this is a bug in huizong \d+\.\d+\.\d+.*x is not a function.*--debug.*\n$/),
  });
  expect(failure(error, { ...english, debug: true }).text).toContain('failure.test.ts');
});
