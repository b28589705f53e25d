import type { Form } from '../model/recognised.ts';
import type { Workbook } from '../model/workbook.ts';
import type { Period } from '../period/period.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { wordSets } from '../scheme/words.ts';
import { matchKey } from '../text/match-key.ts';
import { readName } from './file-name.ts';
import { type ReadSheet, readSheet } from './sheet.ts';
import type { ReadBlock } from './table-block.ts';

/**
 * Why a sheet is compiled or not: hidden, instructions, samples or another period by its name or title, tables of another
 * subject by its content.
 */
export type SheetKind = 'compiled' | 'hidden' | 'instructions' | 'sample' | 'otherPeriod' | 'other' | 'noTable';

export interface KindedSheet<Block extends ReadBlock = ReadBlock> {
  readonly kind: SheetKind;
  /** Of a sheet for another period than the file's. */
  readonly otherPeriod?: Period;
  readonly read: ReadSheet<Block>;
}

/** Reads every sheet of a workbook and tells what it is. */
export function readSheets({ file, grids }: Workbook, scheme: Scheme, hint: Form | null): readonly KindedSheet[] {
  const name = readName(file.slice(file.lastIndexOf('/') + 1), scheme);
  const context = { scheme, hint, form: name.form, task: name.task?.id ?? null };
  const read = grids.flatMap((grid) => {
    const aside = grid.visibility === 'visible' ? kindByName(grid.sheet, scheme) : 'hidden';
    // What a hint says of the file it says of its returns, not of instructions.
    const panels = readSheet(grid, aside === null ? context : { ...context, hint: null });
    return panels.map((panel) => ({ kind: aside ?? kindByContent(panel), read: panel }));
  });
  return withoutSamples(read, scheme);
}

/**
 * A title marked as that of a sample (（示例）…) makes its sheet one beside another of its form that is filled in, when
 * its name does not say that it is for a region or task: many a bureau fills in the sample itself.
 */
function withoutSamples(sheets: readonly KindedSheet[], scheme: Scheme): readonly KindedSheet[] {
  const compiled = sheets.filter(({ kind }) => kind === 'compiled');
  const marked = new Set(compiled.filter(({ read }) => isMarked(read, scheme)));
  const others = compiled.filter((sheet) => !marked.has(sheet));
  return sheets.map((sheet) => {
    const isBeside =
      marked.has(sheet) &&
      formsOf(sheet.read.blocks).every((form) =>
        others.some(({ read }) => formsOf(read.blocks.filter(isFilled)).includes(form)),
      );
    return isBeside ? { ...sheet, kind: 'sample' } : sheet;
  });
}

const IN_BRACKETS = /[([【]([^()[\]【】]+)[)\]】]/gu;

function isMarked({ grid, cover }: ReadSheet, scheme: Scheme): boolean {
  return !isOwn(grid.sheet ?? '', scheme) && cover.titles.some(({ text }) => isSample(text, scheme));
}

/** Whether a title is a word for samples, or holds one in brackets, that is not what forms are called, too (样表). */
function isSample(title: string, scheme: Scheme): boolean {
  const { samples, fileWords } = wordSets(scheme);
  const key = matchKey(title);
  const remarks = [...key.matchAll(IN_BRACKETS)].map(([, remark = '']) => remark);
  return [key, ...remarks].some((word) => samples.has(word) && !fileWords.has(word));
}

function isOwn(name: string, scheme: Scheme): boolean {
  const { region, task } = readName(name, scheme);
  return region !== null || task !== null;
}

function formsOf(blocks: readonly ReadBlock[]): readonly string[] {
  return blocks.map(({ form }) => form).filter((form) => form !== 'unknown');
}

/** Whether a block has rows of data. */
export function isFilled({ tables }: ReadBlock): boolean {
  return tables.some(({ dataRows }) => dataRows !== null);
}

/** `（请勿填写）` behind a name. */
const REMARK = /[([（【]([^()[\]（）【】]*)[)\]）】]\s*$/u;

/** Whether a sheet is one of instructions by its name. */
export function isInstructions(sheet: string | null, scheme: Scheme): boolean {
  return kindByName(sheet, scheme) === 'instructions';
}

/**
 * Instructions and samples are known by a name that says nothing else: 填表说明, 样表1; not 示范台账（广州市）. What a remark calls
 * void or the like is so for any region: 天河区（作废）; its sample may be filled in.
 */
function kindByName(sheet: string | null, scheme: Scheme): 'instructions' | 'sample' | null {
  if (sheet === null) return null;
  if (isAside(REMARK.exec(sheet)?.[1] ?? '', scheme)) return 'instructions';
  if (isOwn(sheet, scheme) || readName(sheet, scheme).phrases.length > 0) return null;
  const facts = [sheet, sheet.replace(REMARK, '')].map((name) => readName(name, scheme)).find(({ wholly }) => wholly);
  if (facts?.kinds.has('instructions')) return 'instructions';
  return facts?.kinds.has('sample') ? 'sample' : null;
}

function isAside(remark: string, scheme: Scheme): boolean {
  const { instructionSheets, samples } = wordSets(scheme);
  const key = matchKey(remark);
  return instructionSheets.has(key) && !samples.has(key);
}

function kindByContent({ blocks }: ReadSheet): SheetKind {
  if (blocks.length === 0) return 'noTable';
  return blocks.some(({ form }) => form !== 'unknown') ? 'compiled' : 'other';
}
