import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { NO_BLOCK, NO_NARRATIVE } from '../../../src/model/narrative.ts';
import { parseNarrative } from '../../../src/workspace/parse-narrative.ts';

const parse = (text: string | Uint8Array) => parseNarrative(typeof text === 'string' ? Buffer.from(text) : text);
const paragraphs = (...texts: readonly string[]) => ({ list: false, texts });

describe('narrative.yaml', () => {
  test.each<[text: string, says: object]>([
    ['', {}],
    ['# nothing yet', {}],
    ['cases:', {}],
    ['cases: ""', { cases: NO_BLOCK }],
    ['cases: []', { cases: NO_BLOCK }],
    ['cases: 广州市办招聘会。', { cases: paragraphs('广州市办招聘会。') }],
    ['cases: |\n  甲\n\n  乙\n', { cases: paragraphs('甲', '乙') }],
    ['cases:\n  - 甲\n  - 乙\n    丙\n', { cases: { list: true, texts: ['甲', '乙 丙'] } }],
    ['problems: 甲', { problems: paragraphs('甲') }],
    ['nextSteps: "{{title}} <b>"', { nextSteps: paragraphs('{{title}} <b>') }],
    ['documentNumber: 某民函〔2024〕1号', { documentNumber: '某民函〔2024〕1号' }],
    ['issuer: " 某某民政厅 "', { issuer: '某某民政厅' }],
    ['date: 2024-4-22', { date: '2024-04-22' }],
    ['issuer: 电话13812345678', { issuer: '电话138****5678' }],
    ['nextSteps: 联系13812345678', { nextSteps: paragraphs('联系138****5678') }],
  ])('%j', (text, says) => {
    const { file, faults } = parse(text);
    expect(faults).toEqual([]);
    expect(file).toEqual({ period: null, narrative: { ...NO_NARRATIVE, ...says } });
  });

  test('says which period it is about', () => {
    expect(parse('period: 2024q1').file.period?.id).toBe('2024Q1');
    expect(parse('period: 2024H1').file.period?.id).toBe('2024H1');
  });

  test('may be in GB18030', () => {
    expect(parse(iconv.encode('issuer: 某某民政厅', 'gb18030')).file.narrative.issuer).toBe('某某民政厅');
  });

  test('all faults are told at once, with their lines', () => {
    const { faults } = parse('isuer: 甲\ncases: { a: 1 }\n\ndate: 2024-13-01\nperiod: 第一季\ncontact: 某人\n');
    expect(faults.map(({ line, code }) => [line, code])).toEqual([
      [1, 'KEY_UNKNOWN'],
      [2, 'KEY_SHAPE'],
      [4, 'DATE_WRONG'],
      [5, 'PERIOD_WRONG'],
      [6, 'KEY_UNKNOWN'],
    ]);
    expect(faults[0]?.text).toContain('issuer');
  });

  test.each([['- a'], ['cases: [甲'], ['cases: 甲\ncases: 乙'], ['cases: ["", 甲]']])('%j is a fault', (text) => {
    expect(parse(text).faults).toHaveLength(1);
  });
});
