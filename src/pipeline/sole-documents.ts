import type { FoundFiles } from '../find/find-files.ts';
import { type CompiledFile, compileFile, type FileContext } from './file-road.ts';

/** A document with its name as found. */
export interface SoleDocument {
  readonly name: string;
  readonly file: CompiledFile;
}

/**
 * Documents (Word, PDF, pictures) that are all that a bureau sent: they count as received, though nothing in them is read.
 *
 * Beside a file that is read they are what it was sent with, and are passed over.
 */
export async function soleDocuments(
  { documents: sent }: Pick<FoundFiles, 'documents'>,
  files: readonly CompiledFile[],
  context: FileContext,
): Promise<readonly SoleDocument[]> {
  const heard = new Set(files.map(({ filed }) => filed.sender?.value));
  const documents: SoleDocument[] = [];
  for (const one of sent) {
    const file = await compileFile(one, context);
    const { sender, sha256 } = file.filed;
    if (sender !== null && sha256 !== '' && !heard.has(sender.value)) documents.push({ name: one.name, file });
  }
  return documents;
}
