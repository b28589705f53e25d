import { expect, test } from 'vitest';
import { REPORT_LABELS } from '../../../../src/message/report-labels.ts';
import { reportHelpers } from '../../../../src/render/helpers/report-helpers.ts';
import { renderTemplate } from '../../../../src/render/template.ts';
import { templateFaults } from '../../../../src/render/template-faults.ts';
import { parseTemplate } from '../../../../src/render/template-syntax.ts';
import { textOfProgram } from '../../../../src/render/workbook-template/expression.ts';
import { rootFrame } from '../../../../src/render/workbook-template/frame.ts';

const helpers = reportHelpers({ labels: REPORT_LABELS, regions: [{ code: '44', name: '粤' } as never] });
const data = {
  title: '标题 <b>',
  zero: 0,
  none: null,
  yes: true,
  empty: [],
  list: [
    { name: '甲', value: 1.5, in: ['a', 'b'] },
    { name: '乙', value: null, in: [] },
  ],
  group: { first: { n: 1 }, 'odd key': { n: 2 } },
};

/** What the cells of workbooks make of a text, and which faults it has. */
function ours(text: string): readonly [string, readonly string[]] {
  const faults = templateFaults(() => [text]);
  const program = parseTemplate({ file: 'x.hbs', text }, faults);
  const print = (value: unknown) => (value === null ? '—' : String(value));
  const made = program
    ? textOfProgram(program, { helpers, lenient: new Set(['default']), faults, print })(rootFrame(data))
    : '';
  return [made, faults.all().map(({ code = '' }) => code)];
}

function theirs(text: string): readonly [string, readonly string[]] {
  try {
    return [renderTemplate(new Map([['x.hbs', { file: 'x.hbs', text }]]), 'x.hbs', data, helpers), []];
  } catch (error) {
    return ['', (error as { faults: { code: string }[] }).faults.map(({ code }) => code)];
  }
}

test.each([
  '{{title}} {{zero}} {{none}} {{yes}}',
  '{{this.title}}{{./title}}{{@root.title}}',
  '{{list.[0].name}}{{list.length}}{{group.first.n}}{{group.[odd key].n}}{{none.anything}}',
  '{{#each list}}{{@index}}{{@key}}{{@first}}{{@last}}{{name}}{{value}}{{../title}};{{/each}}',
  '{{#each list}}{{#each in}}{{this}}{{../name}}{{../../title}}{{@index}}{{@../index}},{{else}}无{{/each}}{{/each}}',
  '{{#each list as |one at|}}{{one.name}}{{at}}{{#if one.value}}{{one.value}}{{/if}}{{/each}}',
  '{{#each group}}{{@key}}={{n}};{{/each}}',
  '{{#if zero}}a{{else}}b{{/if}}{{#if empty}}a{{else}}b{{/if}}{{#unless none}}c{{/unless}}{{#if title}}d{{/if}}',
  '{{#if none}}a{{else if yes}}b{{else}}c{{/if}}',
  '{{#with group.first}}{{n}}{{../title}}{{/with}}{{#with none}}x{{else}}y{{/with}}{{#with list as |l|}}{{l.length}}{{/with}}',
  '{{num zero 2}} {{default nothing "无"}} {{default list.[1].value "—"}} {{size list}} {{list (pluck list "name")}}',
  '{{#if (and yes (not empty))}}{{add 1 (size list)}}{{/if}}{{#each (first list 1)}}{{name}}{{/each}}',
  '{{#each none}}x{{else}}空{{/each}}{{#each empty}}x{{/each}}',
  '{{! nothing }}{{!-- {{title}} --}}甲 \\{{title}} {{~title~}} 乙',
])('cells mean what the text templates mean: %s', (text) => {
  expect(ours(text)).toEqual(theirs(text));
  expect(ours(text)[1]).toEqual([]);
});

test.each([
  ['{{titel}}', 'TEMPLATE_DATA_UNKNOWN'],
  ['{{list.[0].constructor}}', 'TEMPLATE_DATA_UNKNOWN'],
  ['{{title.toString}}', 'TEMPLATE_DATA_UNKNOWN'],
  ['{{#each nothing}}{{/each}}', 'TEMPLATE_DATA_UNKNOWN'],
  ['{{#if nothing}}{{/if}}', 'TEMPLATE_DATA_UNKNOWN'],
  ['{{list}}', 'TEMPLATE_NOT_PRINTABLE'],
  ['{{num title}}', 'TEMPLATE_HELPER_FAILED'],
  ['{{@index}}', 'TEMPLATE_DATA_UNKNOWN'],
])('so are its faults: %s', (text, code) => {
  expect(ours(text)[1]).toEqual([code]);
  expect(theirs(text)[1]).toEqual([code]);
});
