import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reasonNotes } from '../../src/cli/fill/reason-notes.ts';
import { type Draft, emptyDraft, withActivity, withAnswer } from '../../src/entry/draft.ts';
import { draftText, parseDraft } from '../../src/entry/draft-text.ts';
import { NOTHING_GIVEN, withGiven } from '../../src/entry/given-answers.ts';
import { judgeDraft } from '../../src/entry/judge-draft.ts';
import { ledgerColumns, partsOf, regionColumn, summaryRegions } from '../../src/entry/questions.ts';
import { standardReturn } from '../../src/entry/return-values.ts';
import { saysTheSame } from '../../src/entry/same-return.ts';
import { takeOver } from '../../src/entry/take-over.ts';
import { FORM_PARTS, type FormParts } from '../../src/form/form-request.ts';
import { writeReturnCsv } from '../../src/form/return-csv.ts';
import { writeReturnWorkbook } from '../../src/form/write-workbook.ts';
import type { Form } from '../../src/model/recognised.ts';
import { compile } from '../../src/pipeline/compile.ts';
import { compileOpened } from '../../src/pipeline/file-road.ts';
import type { JudgeContext } from '../../src/pipeline/judge-return.ts';
import { openReturn } from '../../src/pipeline/open-return.ts';
import { parseExplanations } from '../../src/workspace/explanations.ts';
import { Q1, scheme } from '../support/returns.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huizong-entry-'));
});
afterAll(() => rm(folder, { recursive: true }));

const asOf = '2024-04-20';
const context: JudgeContext = { scheme, period: Q1, asOf, known: new Map(), explanations: { rows: [] } };

const count = fc.oneof(
  fc.nat(99_999).map(String),
  fc.constantFrom('0', '无', '—', '未开展', '1,200', '约30', '12个', '０', '100余'),
);
const amount = fc.oneof(
  fc.nat(9_999).map(String),
  fc.nat(999_999).map((number) => (number / 100).toFixed(2)),
  fc.constantFrom('1.2亿元', '35000元', '3.50', '无', '约8'),
);
const words = fc
  .array(fc.constantFrom(...'协会商会年展览座谈“”（）,"\';；/\\=+-@&<>_ 1２a会'), { minLength: 1, maxLength: 12 })
  .map((parts) => `甲${parts.join('').trim()}会`);
const day = fc.oneof(
  fc.integer({ min: 0, max: 90 }).map((days) => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10)),
  fc.constantFrom('3月5日', '2024年2月1日', '2024.3.8', '2024-03-05至2024-03-07'),
);

/** A draft of a bureau whose answers can all be read. */
function draftOf(bureau: string, forms: readonly Form[], parts: FormParts): fc.Arbitrary<Draft> {
  const regions = forms.includes('summary') ? summaryRegions(scheme, bureau, parts) : [];
  const blank = emptyDraft({ scheme, bureau, period: Q1.id, forms, regions });
  const cell = fc.record({
    region: fc.constantFrom(...(regions.length === 0 ? [bureau] : regions)),
    indicator: fc.constantFrom(...scheme.indicators),
    count,
    amount,
  });
  const figures = fc.array(cell, { minLength: 1, maxLength: 40 });
  const activities = fc.array(activityOf(bureau), { minLength: 1, maxLength: 5 });
  return fc.tuple(figures, activities).map(([cells, rows]) => {
    let draft = blank;
    for (const { region, indicator, ...texts } of forms.includes('summary') ? cells : []) {
      const text = indicator.unit === '万元' ? texts.amount : texts.count;
      draft = withAnswer(draft, { form: 'summary', region, item: indicator.id }, text);
    }
    for (const answers of forms.includes('ledger') ? rows : []) draft = withActivity(draft, answers).draft;
    return draft;
  });
}

function activityOf(bureau: string): fc.Arbitrary<Readonly<Record<string, string>>> {
  const region = regionColumn(scheme, bureau)?.id;
  const parts = partsOf(scheme, bureau).map(({ name }) => name);
  const type = fc.constantFrom(...scheme.activityTypes);
  const texts = fc.record(
    Object.fromEntries(
      ledgerColumns(scheme, bureau).flatMap((column) => {
        switch (column.type) {
          case 'region':
            return [[column.id, fc.constantFrom(...parts)]];
          case 'text':
            return [[column.id, words]];
          case 'date_range':
            return [[column.id, day]];
          case 'integer':
            return [[column.id, count]];
          case 'decimal':
            return [[column.id, amount]];
          case 'boolean':
            return [[column.id, fc.constantFrom('是', '否', '√')]];
          case 'enum':
            return [[column.id, fc.constantFrom(...column.values)]];
          default:
            return [];
        }
      }),
    ),
    { requiredKeys: ['association', 'title', 'date', ...(region === undefined ? [] : [region])] },
  );
  return fc.tuple(type, texts).map(([{ name, task }, answers]) => {
    const ofTask = scheme.tasks.find(({ id }) => id === task)?.shortName ?? '';
    const told = Object.entries(answers as Record<string, string | undefined>).flatMap(([id, text]) =>
      text === undefined ? [] : [[id, text] as const],
    );
    return { task: ofTask, activity_type: name, ...Object.fromEntries(told) };
  });
}

const BUREAUS = ['441300', '441302', '441300-self', '440300-shenshan', '440000-self', '440000', '442000'];
const anyDraft = fc
  .tuple(
    fc.constantFrom(...BUREAUS),
    fc.constantFrom<readonly Form[]>(['summary'], ['ledger'], ['summary', 'ledger']),
    fc.constantFrom(...FORM_PARTS),
  )
  .chain(([bureau, forms, parts]) => draftOf(bureau, forms, parts));

async function readBack(name: string, bytes: Uint8Array) {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return openReturn({ path, cwd: folder, workspace: null, scheme, bureau: null, period: Q1, asOf });
}

test('a workbook of answers reads back as exactly what was typed, and is taken over as it was', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(anyDraft, async (draft) => {
      const { filed } = judgeDraft(draft, context);
      const standard = standardReturn(draft, Q1, scheme);
      if (standard === null) throw new Error('no form');
      const again = await readBack('typed.xlsx', await writeReturnWorkbook(standard.layout, standard.values, scheme));
      expect(again?.filed.gate).toBeNull();
      expect(again?.filed.sender?.value).toBe(draft.bureau);
      if (again) expect(saysTheSame(again.filed, filed)).toBe(true);
      if (!again) return;
      const taken = takeOver(again.recognised, again.filed, Q1.id, scheme, (recognised) => {
        const before = { sha256: '', format: 'xlsx', printed: '', findings: [], ofReading: [] } as const;
        return compileOpened({ recognised, ...before }, { scheme, period: Q1, asOf }).filed;
      });
      expect(taken.leftOut).toBe(0);
      expect(saysTheSame(judgeDraft(taken.draft, context).filed, filed)).toBe(true);
    }),
    { numRuns: 15, interruptAfterTimeLimit: 60_000 },
  );
});

test('so does a text file of one form', { timeout: 120_000 }, async () => {
  const one = anyDraft.filter(({ forms }) => forms.length === 1);
  await fc.assert(
    fc.asyncProperty(one, async (draft) => {
      const { filed } = judgeDraft(draft, context);
      const standard = standardReturn(draft, Q1, scheme);
      const bytes = standard && writeReturnCsv(standard.layout, draft.forms[0] ?? 'summary', standard.values);
      if (!bytes) throw new Error('no form');
      const again = await readBack('typed.csv', bytes);
      expect(again?.filed.gate).toBeNull();
      if (again) expect(saysTheSame(again.filed, filed)).toBe(true);
    }),
    { numRuns: 40 },
  );
});

test('the figures of a report are those that were typed', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(draftOf('441302', ['summary'], 'none'), async (draft) => {
      const standard = standardReturn(draft, Q1, scheme);
      if (standard === null) throw new Error('no form');
      const path = join(folder, 'report.xlsx');
      await writeFile(path, await writeReturnWorkbook(standard.layout, standard.values, scheme));
      const settings = {
        cwd: folder,
        scheme,
        period: null,
        area: '441300',
        asOf,
        counting: 'normal',
        basis: 'summary',
      } as const;
      const { figures, period } = await compile({ ...settings, paths: [path] });
      expect(period.id).toBe('2024Q1');
      const told = new Map(judgeDraft(draft, context).filed.summary.map(({ indicator, value }) => [indicator, value]));
      const own = figures.filter(({ region }) => region === '441302');
      expect(own.length).toBe(scheme.indicators.length);
      for (const { indicator, value } of own)
        expect([indicator, value]).toEqual([indicator, told.get(indicator) ?? null]);
    }),
    { numRuns: 8 },
  );
});

test('the file of a draft reads back', () => {
  fc.assert(
    fc.property(anyDraft, (draft) => {
      expect(parseDraft(draftText(draft))).toEqual(draft);
    }),
  );
});

test('a reason that is taken is a line that explanations.csv reads, beside all others', async () => {
  const rarely = (known: readonly string[]) => fc.oneof(fc.constantFrom('', ...known), fc.string({ maxLength: 8 }));
  const reason = fc.record(
    {
      code: rarely(['L108', 'l108', 'LARGE_CHANGE']),
      region: rarely(['惠城区', '441302', '441303', '市本级', '惠州市本级']),
      item: rarely(['t5_jobs_filled', '实现就业人数']),
      association: rarely(['=甲协会', '甲"会']),
      activity: rarely(['招聘会\n二']),
      date: rarely(['2024-03-05']),
      value: rarely(['12 / 7']),
      reason: fc.oneof(fc.constantFrom('核实, "无误"', '=1', '第一行\r\n第二行'), fc.string({ maxLength: 8 })),
    },
    { requiredKeys: ['code', 'reason'] },
  );
  const regions = summaryRegions(scheme, '441300', 'all');
  const blank = emptyDraft({ scheme, bureau: '441300', period: Q1.id, forms: ['summary'], regions });
  const draft = scheme.indicators.reduce<Draft>(
    (made, { id }) =>
      withAnswer(made, { form: 'summary', region: '441302', item: id }, id === 't5_jobs_filled' ? '12' : '7'),
    blank,
  );
  await fc.assert(
    fc.asyncProperty(fc.array(reason, { minLength: 1, maxLength: 3 }), async (reasons) => {
      const taken = reasons.filter(
        (one) => withGiven(draft, { ...NOTHING_GIVEN, reasons: [one] }, scheme).faults.length === 0,
      );
      const given = withGiven(draft, { ...NOTHING_GIVEN, reasons: taken }, scheme).draft;
      expect(given.reasons.length > 0).toBe(taken.length > 0);
      const notes = await reasonNotes(context, given, judgeDraft(given, context), folder);
      if (notes !== null)
        expect(
          parseExplanations(
            Buffer.from(notes.bytes)
              .toString('utf8')
              .replace(/^\uFEFF/, ''),
            scheme,
          ).faults,
        ).toEqual([]);
    }),
    { numRuns: 40 },
  );
}, 60_000);
