import type { TemplateFaults } from '../template-faults.ts';
import type { RowBand } from './blocks.ts';
import type { Carried } from './carried.ts';
import { addressOf } from './cell-address.ts';
import { type Formula, takesSheets } from './formula.ts';
import type { FormulaToken } from './formula-tokens.ts';
import { sheetKey } from './map-reference.ts';
import type { SheetPlan, SourceOf } from './plan.ts';
import { listOf } from './sheet-list.ts';

const START = { line: 1, column: 0 };

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
    if (taker !== undefined && takesSheets(taker)) continue;
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

/** Formulas that refer from outside to one cell of repeated rows and so show the first copy only: it may be meant, or not. */
export function singleCells(plans: readonly SheetPlan[]): readonly Carried[] {
  const byName = new Map(plans.map((plan) => [sheetKey(plan.sheet.name), plan]));
  return plans.flatMap((plan) =>
    plan.sheet.rows.flatMap(({ number, cells }) =>
      cells.flatMap(({ column, content }): readonly Carried[] => {
        if (content.kind !== 'formula') return [];
        const { tokens, spread } = content.formula;
        const isSingle = tokens.some((token, place) => {
          if (token.kind !== 'reference' || token.to || spread.has(place) || !token.from.row) return false;
          const target = token.sheets ? byName.get(sheetKey(token.sheets[0])) : plan;
          return target !== undefined && isRepeated(target, token.from.row.line, target === plan ? number : null);
        });
        return isSingle ? [{ sort: 'singleCell', sheet: plan.sheet.name, cell: addressOf(number, column) }] : [];
      }),
    ),
  );
}

/** Whether a row is repeated where another row is not. */
function isRepeated({ blocks }: SheetPlan, row: number, other: number | null): boolean {
  let band: RowBand | undefined = blocks.rows;
  for (; band; band = band.bands.find(({ first, last }) => first <= row && row <= last)) {
    const isWithin = other !== null && band.first <= other && other <= band.last;
    if (band.block?.kind === 'each' && !isWithin) return true;
  }
  return false;
}
