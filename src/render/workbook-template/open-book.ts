import { PackageError } from '../../ooxml/package-error.ts';
import type { TemplateFaults } from '../template-faults.ts';
import { type Book, readBook } from './book.ts';

/** Old workbooks and encrypted ones are containers of another sort. */
const CONTAINER = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/** Reads a template; null with a fault that says what it is, or what of it is damaged. */
export async function openBook(bytes: Uint8Array, file: string, faults: TemplateFaults): Promise<Book | null> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.subarray(0, CONTAINER.length).equals(CONTAINER)) {
    faults.addToFile(file, buffer.includes(ENCRYPTED) ? 'WORKBOOK_ENCRYPTED' : 'WORKBOOK_OLD', {});
    return null;
  }
  try {
    return await readBook(bytes);
  } catch (error) {
    if (!(error instanceof PackageError)) throw error;
    faults.addToFile(file, 'WORKBOOK_DAMAGED', { part: error.part, fault: error.fault });
    return null;
  }
}
