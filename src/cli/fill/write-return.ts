import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import { type CopyBeside, withCopyBeside } from '../../deliver/copy-beside.ts';
import { refuseFiles } from '../../deliver/deliver-file.ts';
import { withLock } from '../../deliver/file-lock.ts';
import { makeFolder } from '../../deliver/make-folder.ts';
import { placeNewVersion } from '../../deliver/new-version.ts';
import { writeAtomically } from '../../deliver/write-atomically.ts';
import type { Draft, Target } from '../../entry/draft.ts';
import type { Judgement } from '../../entry/judge-draft.ts';
import { standardReturn } from '../../entry/return-values.ts';
import { firstDifference, saysTheSame } from '../../entry/same-return.ts';
import { unwritableAnswer } from '../../entry/unwritable.ts';
import { returnName } from '../../form/return-layout.ts';
import { nameOfId } from '../../message/subject.ts';
import { UsageError } from '../../model/errors.ts';
import { openReturn } from '../../pipeline/open-return.ts';
import { cityOf, regionIndex } from '../../scheme/regions.ts';
import type { Scheme } from '../../scheme/scheme.ts';
import { withoutVersionMark } from '../../text/version-mark.ts';
import type { Filling } from './filling.ts';
import { reasonNotes } from './reason-notes.ts';

/** Where a return goes. */
export interface ReturnPlace {
  /** Absolute; the file itself when it was named, else the folder. */
  readonly folder: string;
  readonly file: string | null;
  /** Absolute path of the return that is corrected; null for a new one. */
  readonly source: string | null;
}

/** What was written. */
export interface WrittenReturn {
  /** Absolute; where nothing was written, what should have been. */
  readonly path: string;
  /** Whether it says what was typed when it is read again: else nothing is written. */
  readonly isSame: boolean;
  /** The first answer that would be read as something else; null where there is none, or it is about all. */
  readonly differing: Target | null;
  /** Reasons noted beside it; null when there were none. */
  readonly reasons: { readonly path: string; readonly count: number } | null;
}

type WriteContext = Pick<Filling, 'session' | 'context'>;

/** Writes the return of a draft, reads it back, and gives it its name; then notes the reasons for its warnings. */
export async function writeReturn(
  { session, context }: WriteContext,
  draft: Draft,
  judgement: Judgement,
  place: ReturnPlace,
): Promise<WrittenReturn> {
  const workspace = session.workspace?.folder ?? null;
  const folder = folderOf(place);
  const { scheme, period, asOf } = context;
  const standard = standardReturn(draft, period, scheme);
  if (standard === null) throw new UsageError(session.texts.fill.bureauUnknown(draft.bureau));
  refuseUnwritable(session, context.scheme, draft);
  const extension = place.file === null ? '.xlsx' : extname(place.file).toLowerCase();
  const content = await bytesOf(standard, extension, session, scheme);
  const notes = () => reasonNotes(context, draft, judgement, workspace ?? folder);
  const planned = await notes();
  if (place.file !== null) await refuseFiles([place.file], { force: session.options.force === true, reserved: [] });
  await makeFolder(folder);
  const stem = stemOf(draft, place, standard.layout, scheme);
  const name = place.file === null ? stem + extension : basename(place.file);
  let differing: Target | null = null;
  const path = await withCopyBeside({ folder, name }, content, async (copy) => {
    const asked = { path: copy.path, cwd: session.effects.cwd, workspace, scheme, bureau: null, period, asOf };
    const again = await openReturn(asked);
    const isSame = again !== null && again.filed.gate === null && saysTheSame(again.filed, judgement.filed);
    if (!isSame && again !== null) differing = firstDifference(draft, judgement.filed, again.filed);
    return isSame ? put(place, draft, stem, extension, copy, session.texts.fill.version) : null;
  });
  if (path === null) return { path: join(folder, name), isSame: false, differing, reasons: null };
  if (planned === null) return { path, isSame: true, differing, reasons: null };
  const reasons = { path: relative(session.effects.cwd, planned.path) || planned.path, count: planned.count };
  // Read again: meanwhile another process may have added to it.
  await withLock(planned.path, async () => {
    await writeAtomically(planned.path, (await notes())?.bytes ?? planned.bytes);
  });
  return { path, isSame: true, differing, reasons };
}

/** Throws `UsageError` for an answer that no cell can hold. */
function refuseUnwritable({ texts, language }: WriteContext['session'], scheme: Scheme, draft: Draft): void {
  const found = unwritableAnswer(draft);
  if (found === null) return;
  throw new UsageError(`${nameOfId(found.target.item, scheme, language)}: ${texts.fill.unwritable[found.why]}`);
}

/** Gives what was found right its name; the path. */
async function put(
  { folder, file }: ReturnPlace,
  { source }: Draft,
  stem: string,
  extension: string,
  copy: CopyBeside,
  version: (stem: string, number: number) => string,
): Promise<string> {
  if (file !== null) {
    await copy.replace(file);
    return file;
  }
  const first = source === null ? 1 : Math.floor(source.version) + 1;
  const nameOf = (number: number) => (number === 1 ? stem : version(stem, number));
  return join(folder, await placeNewVersion(folder, nameOf, first, extension, copy));
}

function folderOf({ folder, file }: ReturnPlace): string {
  return file === null ? folder : dirname(file);
}

function stemOf(
  draft: Draft,
  { source }: ReturnPlace,
  layout: Parameters<typeof returnName>[0],
  scheme: Scheme,
): string {
  if (source === null) return returnName(layout, cityOf(regionIndex(scheme), draft.bureau)?.name ?? null);
  return withoutVersionMark(basename(source, extname(source)));
}

type Standard = NonNullable<ReturnType<typeof standardReturn>>;

async function bytesOf(
  { layout, values }: Standard,
  extension: string,
  { texts, operands }: WriteContext['session'],
  scheme: Scheme,
): Promise<Uint8Array> {
  if (extension === '.xlsx') {
    return (await import('../../form/write-workbook.ts')).writeReturnWorkbook(layout, values, scheme);
  }
  if (extension !== '.csv') throw new UsageError(texts.fill.outputType(operands[0] ?? extension));
  if (layout.summary !== null && layout.ledger !== null) throw new UsageError(texts.fill.oneFormCsv);
  const { writeReturnCsv } = await import('../../form/return-csv.ts');
  const bytes = writeReturnCsv(layout, layout.summary === null ? 'ledger' : 'summary', values);
  if (bytes === null) throw new UsageError(texts.fill.oneFormCsv);
  return bytes;
}

/** Where the return of this run goes: what `--output` names, else beside the file that it corrects, else to the returns. */
export function returnPlace(session: WriteContext['session'], returns: string, source: string | null): ReturnPlace {
  const { options, effects, texts } = session;
  const folder = source === null ? returns : dirname(source);
  if (options.output === undefined) return { folder, file: null, source };
  const path = resolve(effects.cwd, options.output);
  if (!/\.(xlsx|csv)$/i.test(path)) throw new UsageError(texts.fill.outputType(options.output));
  if (path === source) throw new UsageError(texts.fill.outputIsSource(options.output));
  return { folder, file: path, source };
}
