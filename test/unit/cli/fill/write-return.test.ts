import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { writeReturn } from '../../../../src/cli/fill/write-return.ts';
import type { Session } from '../../../../src/cli/session.ts';
import { type Draft, emptyDraft, withAnswer } from '../../../../src/entry/draft.ts';
import { judgeDraft } from '../../../../src/entry/judge-draft.ts';
import { UI } from '../../../../src/message/zh-CN/ui.ts';
import type { JudgeContext } from '../../../../src/pipeline/judge-return.ts';
import { Q1, scheme } from '../../../support/returns.ts';

const folder = mkdtempSync(join(tmpdir(), 'huizong-write-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const context: JudgeContext = { scheme, period: Q1, asOf: '2024-04-20', known: new Map(), explanations: { rows: [] } };
const session = {
  ...{ workspace: null, options: { force: true }, operands: [], texts: UI, language: 'zh-CN' },
  effects: { cwd: folder },
} as unknown as Session;
const blank = emptyDraft({ scheme, bureau: '441302', period: Q1.id, forms: ['summary'], regions: ['441302'] });
const draft = withAnswer(blank, { form: 'summary', region: '441302', item: 't5_job_fairs' }, '3');
const other = withAnswer(draft, { form: 'summary', region: '441302', item: 't5_job_fairs' }, '4');

/** Writes a draft as if what it says had been judged as another one. */
const written = (judged: Draft, file: string | null) =>
  writeReturn({ session, context }, draft, judgeDraft(judged, context), {
    ...{ folder, source: null },
    file: file === null ? null : join(folder, file),
  });

describe('a return that would read as something else', () => {
  test.each(['a.xlsx', 'a.csv', null])('is not written, and what was there stays: %s', async (file) => {
    if (file !== null) writeFileSync(join(folder, file), 'old');
    const before = readdirSync(folder);
    expect(await written(other, file)).toMatchObject({ isSame: false, reasons: null });
    expect(readdirSync(folder)).toEqual(before);
    if (file !== null) expect(readFileSync(join(folder, file), 'utf8')).toBe('old');
  });

  test('nor one that says that it is nil and does not', async () => {
    expect((await written({ ...draft, nil: true }, 'b.xlsx')).isSame).toBe(false);
  });

  test('what takes its place is the very file that was read back', async () => {
    let copy = 0;
    const writing = written(draft, 'd.xlsx');
    const watch = setInterval(() => {
      const hidden = readdirSync(folder).find((name) => name.startsWith('.huizong.new.')) ?? 'none';
      copy = statSync(join(folder, hidden, 'd.xlsx'), { throwIfNoEntry: false })?.ino ?? copy;
    }, 1);
    expect((await writing).isSame).toBe(true);
    clearInterval(watch);
    expect(statSync(join(folder, 'd.xlsx')).ino).toBe(copy);
  });

  test('else it is, and nothing lies beside it', async () => {
    rmSync(join(folder, 'a.xlsx'), { force: true });
    expect(await written(draft, 'c.xlsx')).toMatchObject({ isSame: true, path: join(folder, 'c.xlsx') });
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});
