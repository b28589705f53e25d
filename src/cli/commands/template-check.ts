import type { Language } from '../../message/language.ts';
import type { TemplateTexts } from '../../message/ui-texts.ts';
import type { Fault } from '../../model/errors.ts';
import type { CheckedWorkbook, WorkbookMark } from '../../render/check-workbook.ts';
import { likestPart } from '../../render/likest.ts';
import { readBase } from '../../render/load-templates.ts';
import { headerOf, isBaseOf } from '../../render/template-copy.ts';
import { DOCUMENTS, formatOf, isTemplate, partialName, WORKBOOK } from '../../render/template-source.ts';
import { stateOfCopy } from '../../render/workbook-copy.ts';
import { type Change, changedLines } from '../../text/changed-lines.ts';
import { visible } from '../../text/visible.ts';
import { faultLine, faultWords } from '../failure.ts';
import { uiTexts } from '../load-texts.ts';
import { jsonLanguage, type Session } from '../session.ts';
import { judge, ownFiles, type SessionTemplates, sessionTemplates } from '../session-templates.ts';
import { textOrJson } from '../values.ts';

/** What is doubtful about a file of the user's, though reports can be made. */
interface Doubt {
  readonly code: 'TEMPLATE_STALE' | 'TEMPLATE_UNUSED' | 'TEMPLATE_NAME_ODD' | 'WORKBOOK_LEFT_ALONE';
  readonly file: string;
  readonly message: string;
  /** What changed in the built-in part since the copy was made; null when that is not known. */
  readonly changes: readonly Change[] | null;
  readonly part: string;
}

/** `huizong template check`: all faults of templates; copies of what has changed since, files that nothing uses. */
export async function templateCheck(session: Session): Promise<number> {
  const { effects, options, operands, texts } = session;
  const isJson = textOrJson(options.format, texts.errors) === 'json';
  const language = isJson ? jsonLanguage(session) : session.language;
  const words = (await uiTexts(language)).template;
  const faults = new Map<string, Fault>();
  const doubts = new Map<string, Doubt>();
  const parts = new Set<string>();
  const marks: WorkbookMark[] = [];
  for (const wanted of operands.length === 0 ? [undefined] : operands) {
    const all = await sessionTemplates(session, wanted);
    const { faults: found, unused, workbook } = await judge(session, all, DOCUMENTS);
    // What the built-in workbook fills in nobody asks for.
    if (ownFiles(all).some(({ name }) => name === WORKBOOK)) marks.push(...(workbook?.marks ?? []));
    for (const fault of found) faults.set(placeOf(fault), fault);
    for (const doubt of await doubtsOf(all, unused, words)) doubts.set(`${doubt.code} ${doubt.file}`, doubt);
    for (const doubt of leftAlone(workbook, words)) doubts.set(`${doubt.code} ${doubt.message}`, doubt);
    for (const { file } of all.own.length === 0 ? all.templates.values() : ownFiles(all)) parts.add(file);
  }
  const told = { faults: [...faults.values()], doubts: [...doubts.values()], parts: parts.size, marks };
  await effects.stdout.write(isJson ? json(told, language) : text(told, session));
  return told.faults.length > 0 ? 2 : 0;
}

function placeOf({ file, sheet, cell, line, column, text: said }: Fault): string {
  return [file, sheet, cell, line, column, said].join('\n');
}

interface Told {
  readonly faults: readonly Fault[];
  readonly doubts: readonly Doubt[];
  readonly parts: number;
  /** What is filled in, in workbooks. */
  readonly marks: readonly WorkbookMark[];
}

/** What a workbook has that is kept, but does not follow what is filled in. */
function leftAlone(workbook: CheckedWorkbook | null, words: TemplateTexts): readonly Doubt[] {
  return (workbook?.carried ?? []).map(({ sort, sheet, cell }) => {
    const file = [workbook?.file, sheet, cell].filter((one) => typeof one === 'string').join(' ');
    return { code: 'WORKBOOK_LEFT_ALONE', file, message: words.leftAlone[sort], changes: null, part: WORKBOOK };
  });
}

async function doubtsOf(
  all: SessionTemplates,
  unused: readonly string[],
  words: TemplateTexts,
): Promise<readonly Doubt[]> {
  const doubts: Doubt[] = [];
  for (const { name, ...source } of ownFiles(all)) {
    const { file, path, text: written } = source;
    const builtin = all.builtin.get(name)?.text ?? null;
    const { edited, stale } = await stateOfCopy(source, all.builtin.get(name));
    const part = partialName(name);
    if (unused.includes(name) && builtin === null) {
      const message = words.unused(likestPart(name, sameFormat(name, all)));
      doubts.push({ code: 'TEMPLATE_UNUSED', file, message, changes: null, part });
    }
    if (!stale || builtin === null) continue;
    if (source.bytes) {
      doubts.push({ code: 'TEMPLATE_STALE', file, message: words.staleWorkbook, changes: null, part });
      continue;
    }
    const base = path === undefined ? null : await readBase(path, name);
    const changes = base !== null && isBaseOf(written, base) ? changedLines(base, builtin) : null;
    doubts.push({ code: 'TEMPLATE_STALE', file, message: words.stale(edited, headerOf(name, builtin)), changes, part });
  }
  const odd = all.own.flatMap((files) => files.odd);
  return [
    ...doubts,
    ...odd.map((file) => ({ code: 'TEMPLATE_NAME_ODD' as const, file, message: words.odd, changes: null, part: file })),
  ];
}

function sameFormat(name: string, { builtin }: SessionTemplates): readonly string[] {
  return [...builtin.keys()].filter((one) => isTemplate(one) && formatOf(one) === formatOf(name));
}

function text({ faults, doubts, parts, marks }: Told, session: Session): string {
  const { texts, language, paint } = session;
  const words = texts.template;
  const lines = [
    ...(marks.length > 0 ? [words.marks(marks.length)] : []),
    ...marks.map(({ sheet, cell, text: written }) => `  ${sheet}!${cell}  ${written.replaceAll('\n', ' ')}`),
    ...faults.map((fault) => faultLine(fault, language, texts)),
    ...doubts.flatMap(({ file, message, ...rest }) => [
      `  ${texts.errors.fault(file, message)}`,
      ...(rest.code === 'TEMPLATE_STALE' && rest.part !== WORKBOOK ? changeLines(rest.changes, rest.part, words) : []),
    ]),
    ...(faults.length > 0 ? [paint.stdout.red(words.faults(faults.length))] : [words.well(parts)]),
    ...(faults.some(({ code }) => UNFINISHED.has(code ?? '')) ? [words.unfinished] : []),
    ...(doubts.length > 0 ? [paint.stdout.yellow(words.warnings(doubts.length))] : []),
  ];
  return `${visible(lines.join('\n'))}\n`;
}

/** Faults that leave the rest of their file unexamined. */
const UNFINISHED: ReadonlySet<string> = new Set(['TEMPLATE_SYNTAX', 'TEMPLATE_UNCLOSED', 'TEMPLATE_MISMATCH']);

/** Most lines that are shown of what changed. */
const MOST_LINES = 20;

function changeLines(changes: Doubt['changes'], part: string, words: TemplateTexts): readonly string[] {
  if (changes === null) return [`      ${words.changesUnknown(part)}`];
  const lines = changes.flatMap(({ removed, added }) => [
    ...removed.map((line) => `        - ${line}`),
    ...added.map((line) => `        + ${line}`),
  ]);
  const more = lines.length - MOST_LINES;
  return [
    `      ${words.changes}`,
    ...lines.slice(0, MOST_LINES),
    ...(more > 0 ? [`        ${words.moreChanges(more)}`] : []),
  ];
}

function json({ faults, doubts, parts, marks }: Told, language: Language): string {
  const value = {
    parts,
    faults: faults.map((fault) => ({
      code: fault.code ?? null,
      ...{ file: fault.file, sheet: fault.sheet ?? null, cell: fault.cell ?? null },
      ...{ line: fault.line, column: fault.column ?? null },
      message: faultWords(fault, language),
      args: fault.args ?? {},
      excerpt: fault.excerpt ?? [],
    })),
    warnings: doubts,
    marks,
  };
  return `${visible(JSON.stringify(value, null, 2))}\n`;
}
