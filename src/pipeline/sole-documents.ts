import { hasDocumentExtension, isBackupName } from '../find/candidate.ts';
import type { FoundFiles } from '../find/find-files.ts';
import type { FileFormat } from '../model/workbook.ts';
import { type CompiledFile, compileFile, type FileContext } from './file-road.ts';

/** A document with its name as found. */
export interface SoleDocument {
  readonly name: string;
  readonly file: CompiledFile;
}

/**
 * What is all that a bureau sent, though its extension names no table: documents (Word, PDF, pictures) count as received,
 * though nothing in them is read; a table that has lost its extension (`惠州市台账.xlsx(1)`, none at all) is a return.
 *
 * Beside a file that is read they are what it was sent with, or an older copy of it, and are passed over, as backups always are.
 */
export async function soleDocuments(
  { passedOver }: Pick<FoundFiles, 'passedOver'>,
  files: readonly CompiledFile[],
  context: FileContext,
): Promise<readonly SoleDocument[]> {
  const heard = new Set(files.map(({ filed }) => filed.sender?.value));
  const documents: SoleDocument[] = [];
  for (const one of passedOver) {
    if (isBackupName(one.name)) continue;
    const file = await compileFile(one, context);
    const { sender, sha256 } = file.filed;
    if (sender === null || sha256 === '' || heard.has(sender.value)) continue;
    if (hasDocumentExtension(one.name) || isTable(file)) documents.push({ name: one.name, file });
  }
  return documents;
}

const TEXTS: ReadonlySet<FileFormat> = new Set(['unknown', 'csv', 'text', 'html']);

/** A workbook, or a text that is a return; other texts are hardly meant to be one. */
function isTable({ filed: { format, gate } }: CompiledFile): boolean {
  return gate === null || !TEXTS.has(format);
}
