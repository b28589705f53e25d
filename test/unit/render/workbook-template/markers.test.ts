import { describe, expect, test } from 'vitest';
import { marked } from '../../../../src/render/workbook-template/markers.ts';

const told = (text: string) => {
  const { opens, body, closes, astray } = marked(text);
  return [
    opens.map(({ text: tag }) => tag),
    body,
    closes.map(({ text: tag }) => tag),
    astray.map(({ text: tag }) => tag),
  ];
};

describe('marked', () => {
  test.each([
    ['a plain value', '{{a}}', [[], '{{a}}', [], []]],
    ['the start of a block', '{{#each a}}{{b}}', [['{{#each a}}'], '{{b}}', [], []]],
    ['its end', '{{b}}{{/each}}', [[], '{{b}}', ['{{/each}}'], []]],
    ['a whole block', '{{#each a}}{{b}}{{/each}}', [['{{#each a}}'], '{{b}}', ['{{/each}}'], []]],
    ['two blocks', '{{#each a}}{{#across b}}{{c}}', [['{{#each a}}', '{{#across b}}'], '{{c}}', [], []]],
    [
      'an inner one that ends',
      '{{#each a}}{{#each b}}x{{/each}}',
      [['{{#each a}}', '{{#each b}}'], 'x', ['{{/each}}'], []],
    ],
    [
      'both end',
      '{{#each a}}{{#if b}}x{{/if}}{{/each}}',
      [['{{#each a}}', '{{#if b}}'], 'x', ['{{/if}}', '{{/each}}'], []],
    ],
    ['nothing but marks, with blanks', ' {{#each a}} ', [['{{#each a}}'], ' ', [], []]],
    ['a block among words is left to the text', '有{{#if a}}甲{{/if}}', [[], '有{{#if a}}甲{{/if}}', [], []]],
    ['so is one with else', '{{#if a}}甲{{else}}乙{{/if}}', [[], '{{#if a}}甲{{else}}乙{{/if}}', [], []]],
    [
      'and one that others follow',
      '{{#if a}}甲{{/if}}、{{#if b}}乙{{/if}}',
      [[], '{{#if a}}甲{{/if}}、{{#if b}}乙{{/if}}', [], []],
    ],
    ['after the start of a row', '{{#each r}}{{#if a}}甲{{/if}}乙', [['{{#each r}}'], '{{#if a}}甲{{/if}}乙', [], []]],
    ['comments mean nothing', '{{! {{#each a}} }}{{b}}', [[], '{{! {{#each a}} }}{{b}}', [], []]],
    ['a start in the middle', 'x{{#each a}}', [[], 'x{{#each a}}', [], ['{{#each a}}']]],
    ['an end in the middle', '{{/each}}x', [[], '{{/each}}x', [], ['{{/each}}']]],
    [
      'columns among words',
      'x{{#across a}}b{{/across}}y',
      [[], 'x{{#across a}}b{{/across}}y', [], ['{{#across a}}', '{{/across}}']],
    ],
  ])('%s', (_, text, wanted) => {
    expect(told(text)).toEqual(wanted);
  });
});
