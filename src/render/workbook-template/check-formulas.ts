import type { TemplateFaults } from '../template-faults.ts';
import type { RowBand } from './blocks.ts';
import { addressOf } from './cell-address.ts';
import type { Formula } from './formula.ts';
import type { FormulaToken } from './formula-tokens.ts';
import { sheetKey } from './map-reference.ts';
import type { SheetPlan, SourceOf } from './plan.ts';
import { listOf } from './sheet-list.ts';

const START = { line: 1, column: 0 };

/** Functions that take one range only, and so no repeated sheet. */
const SINGLE = new Set(['COUNTBLANK']);

/** Tells formulas of cells that cannot mean what they seem to. */
export function checkFormulas(plans: readonly SheetPlan[], sourceOf: SourceOf, faults: TemplateFaults): void {
  const lists = new Map(plans.map(({ sheet, block }) => [sheetKey(sheet.name), listOf(block, true)]));
  for (const plan of plans) {
    const { sheet } = plan;
    for (const { number, cells } of sheet.rows) {
      for (const { column, content } of cells) {
        if (content.kind !== 'formula') continue;
        const tell = () => ({ source: sourceOf(sheet.name, addressOf(number, column), ''), start: START });
        const tag = content.formula.tokens.map((token) => tagIn(token)).find((one) => one !== null);
        if (tag) faults.add(tell(), 'WORKBOOK_FORMULA_MARK', { tag });
        const stray = strayed(content.formula, lists, plan, number);
        if (stray !== null) faults.add(tell(), 'WORKBOOK_SHEET_REPEATED', { sheet: stray });
      }
    }
  }
}

/** What was to be filled in within a text of a formula, or the name of a table's column; names of sheets have tags, too. */
function tagIn({ kind, text }: FormulaToken): string | null {
  return kind === 'text' || text.startsWith('[') ? (/\{\{[^{}]*\}\}/.exec(text)?.[0] ?? null) : null;
}

/** The name of a repeated sheet that a formula refers to without saying which copy; null for none. */
function strayed(
  { tokens, spread }: Formula,
  lists: ReadonlyMap<string, string | null>,
  plan: SheetPlan,
  row: number,
): string | null {
  for (const [place, token] of tokens.entries()) {
    if (token.kind !== 'reference' || !token.sheets) continue;
    const [name] = token.sheets;
    const list = lists.get(sheetKey(name)) ?? null;
    if (list === null || sheetKey(name) === sheetKey(plan.sheet.name)) continue;
    const taker = spread.get(place);
    if (taker !== undefined && !SINGLE.has(taker)) continue;
    if (!listsAround(plan, row).includes(list)) return name;
  }
  return null;
}

/** The lists that a row is repeated for. */
function listsAround({ block, blocks }: SheetPlan, row: number): readonly (string | null)[] {
  const found = [listOf(block, true)];
  const isOnce = found[0] === null;
  let band: RowBand | undefined = blocks.rows;
  for (let depth = 0; band; depth++) {
    if (band.block) found.push(listOf(band.block, isOnce && depth === 1));
    band = band.bands.find(({ first, last }) => first <= row && row <= last);
  }
  return found;
}
