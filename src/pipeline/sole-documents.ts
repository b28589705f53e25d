import { hasDocumentExtension, isBackupName } from '../find/candidate.ts';
import type { FoundFiles } from '../find/find-files.ts';
import { isArchiveVolume } from '../find/passed-over-kind.ts';
import type { FiledReturn } from '../model/filed-return.ts';
import { finding } from '../model/finding.ts';
import { filePlace } from '../model/place.ts';
import type { FileFormat, FoundFile } from '../model/workbook.ts';
import { type ReadFile, readFile } from '../read/read-file.ts';
import { type CompiledFile, compileFile, type FileContext } from './file-road.ts';
import { heardAmong } from './heard.ts';

/** A document with its name as found. */
export interface SoleDocument {
  readonly name: string;
  readonly file: CompiledFile;
}

/**
 * What is all that a bureau sent, though its extension names no table: documents (Word, PDF, pictures) count as received,
 * though nothing in them is read; a table that has lost its extension (`惠州市台账.xlsx(1)`, none at all) is a return.
 *
 * Beside a file that is read documents are what it was sent with, and such a table, when it is of a form that the file holds,
 * an older copy of it: these are passed over, as backups always are.
 */
export async function soleDocuments(
  { passedOver }: Pick<FoundFiles, 'passedOver'>,
  files: readonly CompiledFile[],
  context: FileContext,
): Promise<readonly SoleDocument[]> {
  const isHeard = heardAmong(files.map(({ filed }) => filed));
  const read = new Set(files.flatMap(({ filed }) => (filed.gate === null ? formsOf(filed) : [])));
  const documents: SoleDocument[] = [];
  for (const one of passedOver) {
    if (isBackupName(one.name)) continue;
    const file = await compileFile(one, context, await volumeRead(one, context));
    const { sender, sha256, gate, forms } = file.filed;
    const holdsForms = gate === null && forms.length > 0;
    const isCopy = holdsForms ? formsOf(file.filed).some((form) => read.has(form)) : isHeard(file.filed);
    if (sender === null || sha256 === '' || isCopy) continue;
    if (hasDocumentExtension(one.name) || isTable(file)) documents.push({ name: one.name, file });
  }
  return documents;
}

/** A volume of a split archive as read: nothing in it says what it is; null for other files. */
async function volumeRead(file: FoundFile, { limits }: FileContext): Promise<ReadFile | null> {
  if (!isArchiveVolume(file.name)) return null;
  const { sha256 } = await readFile(file, limits);
  const why = finding('FILE_UNSUPPORTED', filePlace(file.name), { kind: 'volume' });
  return { sha256, bytes: null, text: null, findings: [why] };
}

/** What a bureau has told by a file. */
function formsOf({ sender, forms }: FiledReturn): readonly string[] {
  return forms.map((form) => `${sender?.value} ${form}`);
}

const TEXTS: ReadonlySet<FileFormat> = new Set(['unknown', 'csv', 'text', 'html']);

/** A workbook, or a text that is a return; other texts are hardly meant to be one. */
function isTable({ filed: { format, gate } }: CompiledFile): boolean {
  return gate === null || !TEXTS.has(format);
}
