import { describe, expect, test } from 'vitest';
import { ConfigurationError } from '../../../src/model/errors.ts';
import { type Helpers, renderTemplate } from '../../../src/render/template.ts';

const helpers: Helpers = {
  upper: (value) => String(value).toUpperCase(),
  join: (...values) => values.join('+'),
  default: (value, instead) => value ?? instead,
  fail: () => {
    throw new TypeError('this went wrong');
  },
};

function render(files: Record<string, string>, data: unknown = {}): string {
  const [entry = ''] = Object.keys(files);
  const templates = new Map(Object.entries(files).map(([name, text]) => [name, { file: `templates/${name}`, text }]));
  return renderTemplate(templates, entry, data, helpers);
}

function faultsOf(files: Record<string, string>, data: unknown = {}): string[] {
  try {
    render(files, data);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.faults.map(
      ({ file, line, column, text }) => `${file}:${line === null ? '' : `${line} column ${column}: `}${text}`,
    );
  }
  return [];
}

describe('renderTemplate', () => {
  test('escapes by the format of the file, once, helper results too', () => {
    const data = { name: '<b>|a_b' };
    expect(render({ 'x.html.hbs': '<p title="{{name}}">{{upper name}}</p>' }, data)).toBe(
      '<p title="&lt;b&gt;|a_b">&lt;B&gt;|A_B</p>',
    );
    expect(render({ 'x.md.hbs': '| {{name}} |' }, data)).toBe('| \\<b\\>\\|a\\_b |');
    expect(render({ 'x.html.hbs': '{{> part.html n=(upper name)}}', 'part.html.hbs': '[{{n}}]' }, data)).toBe(
      '[&lt;B&gt;|A_B]',
    );
  });

  test('data that looks like a template stays text', () => {
    expect(render({ 'x.html.hbs': '{{name}}' }, { name: '{{secret}} {{{secret}}}', secret: 1 })).toBe(
      '{{secret}} {{{secret}}}',
    );
  });

  test.each<[string, string, unknown, string]>([
    [
      'each over a list with its place',
      '{{#each rows}}{{@index}}{{this}}{{#unless @last}},{{/unless}}{{/each}}',
      { rows: ['a', 'b'] },
      '0a,1b',
    ],
    ['each over nothing', '{{#each rows}}x{{else}}none{{/each}}', { rows: [] }, 'none'],
    ['each with block parameters', '{{#each rows as |row at|}}{{at}}{{row.n}}{{/each}}', { rows: [{ n: 'a' }] }, '0a'],
    ['a name above', '{{#each rows}}{{../title}}{{@root.title}}{{/each}}', { rows: [1], title: 't' }, 'tt'],
    ['if, else if, else', '{{#if a}}a{{else if b}}b{{else}}c{{/if}}', { a: false, b: 1 }, 'b'],
    ['with', '{{#with a}}{{b}}{{/with}}', { a: { b: 7 } }, '7'],
    ['null prints as a dash, zero as zero', '{{a}}{{b}}', { a: null, b: 0 }, '—0'],
    ['default takes what is not there', '{{default x "?"}}{{default y "?"}}', { y: null }, '??'],
    ['a helper inside a helper', '{{join (upper a) "x" 1}}', { a: 'a' }, 'A+x+1'],
    ['a name that is also a helper is data without arguments', '{{upper}}', { upper: 'u' }, 'u'],
    ['a layout with a block', '{{#> frame.html}}in{{/frame.html}}', {}, '(in)'],
    ['an inline part', '{{#*inline "p"}}<{{a}}>{{/inline}}{{> p}}{{> p}}', { a: 1 }, '<1><1>'],
    ['a style sheet as it is', '<style>{{> s.css}}</style>', {}, '<style>a{b:c}</style>'],
  ])('%s', (_name, text, data, expected) => {
    const files = { 'x.html.hbs': text, 'frame.html.hbs': '({{> @partial-block}})', 's.css': 'a{b:c}' };
    expect(render(files, data)).toBe(expected);
  });
});

describe('faults', () => {
  test.each<[string, string, string]>([
    ['unknown data', 'a\n  {{b.c}}', '2 column 5: the data has no "b.c" here'],
    ['unknown data as an argument', '{{upper totl}}', '1 column 9: the data has no "totl" here'],
    ['unknown data in a nested argument', '{{upper (upper totl)}}', '1 column 16: the data has no "totl" here'],
    ['unknown data in a condition', '{{#if totl}}x{{/if}}', '1 column 7: the data has no "totl" here'],
    ['unknown data in a loop', '{{#each totl}}x{{/each}}', '1 column 9: the data has no "totl" here'],
    ['unknown data for a part', '{{> p.html x=totl}}', '1 column 14: the data has no "totl" here'],
    ['a loop over a text', '{{#each name}}x{{/each}}', '1 column 9: "name" is not a list'],
    ['a list printed', '{{rows}}', '1 column 1: a list or group cannot be printed as it is'],
    ['an unknown helper', '{{nothing name}}', '1 column 1: no helper named "nothing"'],
    ['an unknown helper inside', '{{upper (nothing name)}}', '1 column 9: no helper named "nothing"'],
    [
      'an unknown block',
      '{{#rows}}x{{/rows}}',
      '1 column 1: no block named "rows"; there are #if, #unless, #each, #with',
    ],
    ['an unknown part', '{{> nowhere}}', '1 column 1: no partial named "nowhere"'],
    ['a part of another format', '{{> q.md}}', '1 column 1: no partial named "q.md"'],
    ['a part by expression', '{{> (upper name)}}', '1 column 1: a partial is called by its plain name'],
    ['unescaped output', '{{{name}}}', '1 column 1: unescaped output ({{{ }}} or {{& }}) is not allowed'],
    ['a helper that fails', '{{fail name}}', '1 column 1: fail: this went wrong'],
    ['the prototype', '{{name.constructor}}', '1 column 3: the data has no "name.constructor" here'],
    [
      'the prototype by another way',
      '{{#with rows}}{{__proto__}}{{/with}}',
      '1 column 17: the data has no "__proto__" here',
    ],
    ['a block without end', 'a\n{{#if name}}\nb', '2 column 1: {{#if name}} is never closed'],
    ['a block closed as another', '{{#if name}}{{/each}}', '1 column 4: #if is closed by /each'],
    ['a path that leads nowhere', '{{a/../b}}', '1 column 3: this is not a well-formed tag: a/..'],
    ['an end without a beginning', 'a\nb {{/if}}', '2 column 3: this is not a well-formed tag: {{/if}}'],
    [
      'a wrong tag far into a line, where the same stands before',
      `{{name}} ${'长'.repeat(30)}\n${'x'.repeat(50)}{{name | upper}}`,
      '2 column 58: this is not a well-formed tag: | upper}}',
    ],
  ])('%s', (_name, text, expected) => {
    const files = { 'x.html.hbs': text, 'p.html.hbs': '', 'q.md.hbs': '' };
    expect(faultsOf(files, { name: 'n', rows: [1] })).toEqual([`templates/x.html.hbs:${expected}`]);
  });

  test('all are told at once, each once, with the line and a caret', () => {
    const files = {
      'x.html.hbs': '{{#each rows}}{{nme}}{{/each}}\n{{nothing 1}}\n{{> nowhere}}{{> p.html}}\n{{#each totl}}{{/each}}',
      'p.html.hbs': '\n{{upper titel}}',
    };
    expect(faultsOf(files, { rows: [{}, {}] }).sort()).toEqual([
      'templates/p.html.hbs:2 column 9: the data has no "titel" here',
      'templates/x.html.hbs:1 column 17: the data has no "nme" here',
      'templates/x.html.hbs:2 column 1: no helper named "nothing"',
      'templates/x.html.hbs:3 column 1: no partial named "nowhere"',
      'templates/x.html.hbs:4 column 9: the data has no "totl" here',
    ]);
    expect(() => render({ 'x.html.hbs': '合计 {{totl}}' })).toThrow(ConfigurationError);
    try {
      render({ 'x.html.hbs': '合计 {{totl}}' });
    } catch (error) {
      const [fault] = (error as ConfigurationError).faults;
      expect(fault?.excerpt).toEqual(['合计 {{totl}}', '\u3000\u3000   ^']);
    }
  });

  test('parts that call each other without end are a fault', () => {
    expect(faultsOf({ 'x.html.hbs': '{{> p.html}}', 'p.html.hbs': '{{> p.html}}' })).toEqual([
      'x.html:the templates call each other without end',
    ]);
  });

  test('a missing template is a fault', () => {
    expect(() => renderTemplate(new Map(), 'report.md.hbs', {}, {})).toThrow(ConfigurationError);
  });
});
