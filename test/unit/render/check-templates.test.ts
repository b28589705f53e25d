import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { REPORT_LABELS } from '../../../src/message/report-labels.ts';
import { checkTemplates } from '../../../src/render/check-templates.ts';
import { reportHelpers } from '../../../src/render/helpers/report-helpers.ts';
import { SIGNATURES, usage } from '../../../src/render/helpers/signatures.ts';
import { builtinTemplateFolder, loadTemplates } from '../../../src/render/load-templates.ts';
import { reportShape } from '../../../src/render/schema-shape.ts';
import { DOCUMENTS } from '../../../src/render/template-source.ts';

const schema = JSON.parse(readFileSync(new URL('../../../docs/report.schema.json', import.meta.url), 'utf8'));
const shape = reportShape(schema);

function check(text: string, parts: Record<string, string> = {}) {
  const files = Object.entries({ 'report.md.hbs': text, ...parts });
  const templates = new Map(files.map(([name, one]) => [name, { file: name, text: one }]));
  return checkTemplates(templates, ['report.md.hbs'], shape);
}

const told = (text: string, parts: Record<string, string> = {}) =>
  check(text, parts).faults.map(({ file, line, column, text: fault }) => `${file}:${line}:${column} ${fault}`);

test('the built-in templates are sound, and each of them is used', async () => {
  const builtin = await loadTemplates([builtinTemplateFolder()]);
  expect(checkTemplates(builtin, DOCUMENTS, shape)).toEqual({ faults: [], unused: [] });
});

test('every helper has a signature that fits its function', () => {
  expect(Object.keys(SIGNATURES).toSorted()).toEqual(
    Object.keys(reportHelpers({ labels: REPORT_LABELS, regions: [] })).toSorted(),
  );
  expect(usage('num', SIGNATURES['num'] ?? { parameters: [], result: 'text' })).toBe('num value [decimals]');
});

describe('sound templates', () => {
  test.each([
    ['names of the data', '{{area.name}}{{title}}{{this.title}}{{./title}}'],
    [
      'names inside loops',
      '{{#each coverage.bureaus}}{{name}}{{#each files}}{{this}}{{@index}}{{@../index}}{{/each}}{{/each}}',
    ],
    ['names above and of the whole', '{{#each findings}}{{#if raw}}{{../title}}{{@root.title}}{{/if}}{{/each}}'],
    ['names of a group', '{{#with views.coverage}}{{reported}}{{rates.reported}}{{/with}}'],
    [
      'names of a loop variable',
      '{{#each tasks as |task at|}}{{at}}{{task.name}}{{#each task.indicators}}{{task.id}}{{unit}}{{/each}}{{/each}}',
    ],
    [
      'any name where any may stand',
      '{{#each activities.byTask}}{{@key}}{{num this}}{{/each}}{{activities.byTask.t1}}{{#each findings}}{{args.left}}{{/each}}',
    ],
    [
      'what may be null',
      '{{#each findings}}{{#if explained}}{{explained.reason}}{{/if}}{{/each}}{{#each setAside}}{{#with of}}{{file}}{{/with}}{{/each}}',
    ],
    [
      'what helpers give',
      '{{#each (first coverage.bureaus 3)}}{{name}}{{/each}}{{list (pluck tasks "name")}}{{lookup (lookup views.headlines 0) "name"}}',
    ],
    [
      'items by a field',
      '{{#each (where sources "state" "counted")}}{{sha256}}{{/each}}{{list (regions (pluck coverage.bureaus "bureau"))}}',
    ],
    ['words by a name of the data', '{{#each coverage.bureaus}}{{lookup @root.labels.state state}}{{/each}}'],
    ['what may be missing', '{{default remark "—"}}'],
    ['items by number, and how many', '{{tasks.0.name}}{{tasks.length}}'],
    ['a part with values of its own', '{{#each tasks}}{{> row.md place=@index last=../title}}{{/each}}'],
    ['a layout with a content of its own', '{{#> @partial-block}}{{title}}{{/@partial-block}}'],
    ['a layout', '{{#> frame.md}}{{title}}{{/frame.md}}'],
    ['an own part in the template', '{{#*inline "own"}}{{name}}{{/inline}}{{#each tasks}}{{> own}}{{/each}}'],
    ['comments and escapes', '{{! {{nothing}} }}{{!-- }} {{#if}} --}}\\{{raw}}'],
  ])('%s', (_name, text) => {
    const parts = { 'row.md.hbs': '{{place}}{{last}}{{name}}', 'frame.md.hbs': '<{{> @partial-block}}>' };
    expect(told(text, parts)).toEqual([]);
  });
});

const NO_BLOCK = '1:1 this part is called without a block, so there is nothing to put here';

describe('faults', () => {
  test.each([
    ['an unknown name', '{{titel}}', ['1:3 the data has no "titel" here; did you mean "title"?']],
    [
      'an unknown name further in',
      '{{area.nmae}}',
      ['1:3 the data has no "area.nmae" here; did you mean "area.name"?'],
    ],
    ['a name inside a text', '{{title.length}}{{title.x}}', ['1:19 the data has no "title.x" here']],
    [
      'an unknown name in a loop, though the loop may be empty',
      '{{#each coverage.offRoster}}{{nam}}{{/each}}',
      ['1:31 the data has no "nam" here; did you mean "name"?'],
    ],
    [
      'a name that stands above',
      '{{#each tasks}}{{title}}{{#each indicators}}{{shortName}}{{/each}}{{/each}}',
      [
        '1:18 the data has no "title" here; did you mean "../title"?',
        '1:47 the data has no "shortName" here; did you mean "../shortName"?',
      ],
    ],
    [
      'a name above that goes too far',
      '{{#each tasks}}{{../../title}}{{/each}}',
      ['1:18 the data has no "../../title" here; did you mean "../title"?'],
    ],
    ['loop names outside a loop', '{{@index}}', ['1:3 the data has no "@index" here']],
    [
      'an unknown loop name',
      '{{#each tasks}}{{@idx}}{{/each}}',
      ['1:18 the data has no "@idx" here; did you mean "@index"?'],
    ],
    [
      'an unknown name of the whole',
      '{{@root.titl}}',
      ['1:3 the data has no "@root.titl" here; did you mean "@root.title"?'],
    ],
    [
      'an unknown name of a loop variable',
      '{{#each tasks as |t|}}{{t.nme}}{{/each}}',
      ['1:25 the data has no "t.nme" here; did you mean "t.name"?'],
    ],
    [
      'an unknown word',
      '{{labels.state.acepted}}',
      ['1:3 the data has no "labels.state.acepted" here; did you mean "labels.state.accepted"?'],
    ],
    ['an unknown name in an else', '{{#if title}}{{else}}{{x}}{{/if}}', ['1:24 the data has no "x" here']],
    ['an unknown key', '{{list (pluck tasks "nme")}}', ['1:21 the data has no "nme" here; did you mean "name"?']],
    [
      'an unknown name after a helper',
      '{{#each (first tasks 2)}}{{nme}}{{/each}}',
      ['1:28 the data has no "nme" here; did you mean "name"?'],
    ],
    [
      'the prototype',
      '{{constructor}}{{area.__proto__}}',
      ['1:3 "constructor" is not data and cannot be read', '1:18 "area.__proto__" is not data and cannot be read'],
    ],
    [
      'the prototype by a key',
      '{{lookup activities.byTask "constructor"}}',
      ['1:28 "constructor" is not data and cannot be read'],
    ],
    ['an unknown helper', '{{nums 1}}', ['1:1 no helper named "nums"; did you mean "num"?']],
    ['too many arguments', '{{pct 1 2}}', ['1:1 wrong number of arguments; it is written {{pct value}}']],
    [
      'a kind of picture that there is not',
      '{{chart "pie"}}{{chart title}}',
      ['1:9 chart: there is no "pie"; there are regions, periods, groups, map, states'],
    ],
    ['too few arguments', '{{#if (eq 1)}}x{{/if}}', ['1:7 wrong number of arguments; it is written {{eq a b}}']],
    [
      'a named argument',
      '{{num 1 decimals=2}}',
      ['1:1 a helper takes no NAME=VALUE; it is written {{num value [decimals]}}'],
    ],
    ['a text for a number', '{{num title}}', ['1:7 num: "title" is not a number']],
    ['a helper’s text for a number', '{{num (pct 1)}}', ['1:7 num: "(pct …)" is not a number']],
    ['a text for a list', '{{list title}}', ['1:8 list: "title" is not a list']],
    ['a loop over a text', '{{#each title}}{{/each}}', ['1:9 "title" is not a list']],
    ['a list printed', '{{tasks}}', ['1:1 a list or group cannot be printed as it is']],
    ['a helper’s list printed', '{{first tasks 2}}', ['1:1 a list or group cannot be printed as it is']],
    ['an unknown part', '{{> rows.md}}', ['1:1 no partial named "rows.md"; did you mean "row.md"?']],
    ['a part without its format', '{{> row}}', ['1:1 no partial named "row"; did you mean "row.md"?']],
    ['a layout without a block', '{{> @partial-block}}', [NO_BLOCK]],
    ['a part by a path', '{{> "../row.md"}}', ['1:1 a partial is called by its plain name']],
  ])('%s', (_name, text, expected) => {
    expect(told(text, { 'row.md.hbs': '' })).toEqual(expected.map((fault) => `report.md.hbs:${fault}`));
  });

  test('a part that is called without the values that it needs, with the call', () => {
    const parts = { 'row.md.hbs': '{{name}}\n{{place}}' };
    expect(told('{{#each tasks}}\n{{> row.md}}{{/each}}', parts)).toEqual([
      'row.md.hbs:2:3 the data has no "place" here (called from report.md:2)',
    ]);
  });

  test('five different mistakes in three files are told in one run', () => {
    const parts = { 'a.md.hbs': '{{#if title}}', 'b.md.hbs': '\n{{{title}}}{{> c.md}}' };
    expect(told('{{titel}}{{> b.md}}\n{{pct}}{{pct 1 2}}', parts)).toEqual([
      'a.md.hbs:1:1 {{#if title}} is never closed',
      'b.md.hbs:2:1 unescaped output ({{{ }}} or {{& }}) is not allowed',
      'b.md.hbs:2:12 no partial named "c.md"',
      'report.md.hbs:1:3 the data has no "titel" here; did you mean "title"?',
      'report.md.hbs:2:3 wrong number of arguments; it is written {{pct value}}',
      'report.md.hbs:2:8 wrong number of arguments; it is written {{pct value}}',
    ]);
  });

  test('parts that call each other in a circle, however deep in conditions', () => {
    const parts = { 'a.md.hbs': '{{#if title}}{{> b.md}}{{/if}}', 'b.md.hbs': '{{> a.md}}' };
    expect(told('{{> a.md}}', parts)).toEqual([
      'b.md.hbs:1:1 the parts call each other in a circle: a.md > b.md > a.md',
    ]);
    expect(told('{{> a.md}}', { 'a.md.hbs': '{{#> a.md}}{{/a.md}}' })).toHaveLength(1);
  });

  test.each([
    [
      'a part in the template that calls itself',
      '{{#*inline "a"}}{{> a}}{{/inline}}{{> a}}',
      'the parts call each other in a circle: a > a',
    ],
    [
      'a part that is defined elsewhere in the template',
      '{{#if title}}{{#*inline "a"}}{{/inline}}{{/if}}{{> a}}',
      'no partial named "a"',
    ],
    [
      'a block that stands in for a part',
      '{{#> a area}}{{title}}{{#*inline "a"}}{{/inline}}{{/a}}',
      'the data has no "title" here; did you mean "../title"?',
    ],
  ])('%s', (_name, text, expected) => {
    const [fault = '', ...more] = told(text);
    expect(fault.slice(fault.indexOf(' ') + 1)).toBe(expected);
    expect(more).toEqual([]);
  });

  test('a layout in the block of a layout is no circle', () => {
    expect(told('{{#> f.md}}{{#> f.md}}{{title}}{{/f.md}}{{/f.md}}', { 'f.md.hbs': '{{> @partial-block}}' })).toEqual(
      [],
    );
  });

  test('many parts that call the next one twice are judged once each', () => {
    const count = 40;
    const part = (at: number) => (at < count ? `{{> p${at + 1}.md}}`.repeat(2) : '{{x}}');
    const parts = Object.fromEntries(Array.from({ length: count }, (_, at) => [`p${at + 1}.md.hbs`, part(at + 1)]));
    expect(told('{{> p1.md}}', parts)).toHaveLength(1);
  });
});

describe('parts that nothing calls', () => {
  test('are named, and judged by all that needs no data', () => {
    const { faults, unused } = check('', { 'own.md.hbs': '{{anything.at.all}}{{nmu 1}}{{@root.titel}}{{@index}}' });
    expect(unused).toEqual(['own.md.hbs']);
    expect(faults.map(({ code }) => code)).toEqual(['TEMPLATE_HELPER_UNKNOWN', 'TEMPLATE_DATA_UNKNOWN']);
  });

  test('are not told when another format has them', () => {
    expect(check('', { 'own.html.hbs': '{{nmu 1}}' })).toEqual({ faults: [], unused: [] });
  });
});

test('a document that is not there', () => {
  expect(checkTemplates(new Map(), ['report.md.hbs'], shape).faults.map(({ code }) => code)).toEqual([
    'TEMPLATE_MISSING',
  ]);
});

test.each([
  ['{{chart "regions" "t1_x"}}', [['TEMPLATE_DATA_UNKNOWN', 't1_x', ['t1_a']]]],
  ['{{chart "regions" "t1_a"}}{{chart "groups"}}', []],
])('ids of indicators are judged by the scheme: %s', (text, expected) => {
  const templates = new Map([['report.md.hbs', { file: 'report.md.hbs', text }]]);
  const { faults } = checkTemplates(templates, ['report.md.hbs'], shape, ['t1_a', 't9_b']);
  expect(faults.map(({ code, args }) => [code, args?.['name'], args?.['nearest']])).toEqual(expected);
});

test.each<[string, readonly string[]]>([
  ['{{^if title}}y{{/if}}', []],
  ['{{^if title}}{{nope}}{{/if}}', ['TEMPLATE_DATA_UNKNOWN']],
  ['{{#if title}}{{^if title}}{{^unless nope}}{{/unless}}{{/if}}{{/if}}', ['TEMPLATE_DATA_UNKNOWN']],
  ['{{^each findings}}nothing{{/each}}', []],
  ['{{^title}}{{/title}}', ['TEMPLATE_BLOCK_UNKNOWN']],
])('a block with only its other branch: %s', (text, expected) => {
  const templates = new Map([['report.md.hbs', { file: 'report.md.hbs', text }]]);
  expect(checkTemplates(templates, ['report.md.hbs'], shape).faults.map(({ code }) => code)).toEqual(expected);
});

test('numbers and dates that helpers do not take are told before any work is done, all together', () => {
  const wrong = [
    ...['{{numeral -3}}', '{{num 1 1.5}}', '{{num 1 99}}', '{{digits 1 -1}}', '{{date "xx"}}', '{{date "2024-13-45"}}'],
    ...['{{size (slice findings -1 3)}}', '{{short title -4}}', '{{size (first findings 1.5)}}'],
    ...['{{list tasks}}', '{{names tasks}}', '{{list (pluck tasks "indicators")}}', '{{lacks findings}}'],
  ];
  const right = ['{{num 1 12}}', '{{date "2024-02-29"}}', '{{date asOf}}', '{{list (pluck tasks "name")}}'];
  const text = [...wrong, ...right].join('\n');
  const templates = new Map([['report.md.hbs', { file: 'report.md.hbs', text }]]);
  const { faults } = checkTemplates(templates, ['report.md.hbs'], shape);
  expect(faults.map(({ line }) => line)).toEqual(wrong.map((_, at) => at + 1));
});

test.each([
  ['a\n{{ title', '2:1', 'TEMPLATE_UNCLOSED'],
  ['{{title}}\n{{#if title}}\n{{ title', '3:1', 'TEMPLATE_UNCLOSED'],
  ['{{num}}', '1:3', 'TEMPLATE_HELPER_ARGUMENTS'],
])('told where it is: %j', (text, place, code) => {
  const templates = new Map([['report.md.hbs', { file: 'report.md.hbs', text }]]);
  const { faults } = checkTemplates(templates, ['report.md.hbs'], shape);
  expect(faults.map((fault) => [`${fault.line}:${fault.column}`, fault.code])).toEqual([[place, code]]);
});

test('parts that call each other twice, level by level, end in bounds', () => {
  const levels = Array.from(
    { length: 40 },
    (_, at) => `{{#*inline "p${at}"}}{{> p${at + 1}}}{{> p${at + 1}}}{{/inline}}`,
  );
  const text = `${levels.join('')}{{#*inline "p40"}}x{{/inline}}{{> p0}}`;
  const templates = new Map([['report.md.hbs', { file: 'report.md.hbs', text }]]);
  const { faults } = checkTemplates(templates, ['report.md.hbs'], shape);
  expect(faults.map(({ code }) => code)).toEqual(['TEMPLATE_ENDLESS']);
});
