import { isArchiveVolume, passedOverKind } from './passed-over-kind.ts';

/** Why an entry of a folder is passed over. */
export type SkipReason =
  | 'temporary'
  | 'hidden'
  | 'extension'
  | 'brokenLink'
  | 'unreadable'
  | 'notAFile'
  | 'folder'
  | 'ownReport';

/** Something that was passed over, by its printed name. */
export interface Skipped {
  readonly name: string;
  readonly reason: SkipReason;
}

const WORKBOOKS = ['xlsx', 'xlsm', 'xls', 'et', 'ods', 'xlsb', 'xltx', 'xltm', 'xlt', 'ett', 'ots'];
const EXTENSIONS = new Set([...WORKBOOKS, 'csv', 'tsv', 'txt', 'html', 'htm', 'zip']);
const RESOURCE_FOLDER = '__MACOSX';
/** What Windows keeps in folders by itself. */
const SYSTEM = /^(?:thumbs\.db|desktop\.ini)$/i;

/** Why an entry is left out by its name alone, file or folder; null when it is not. */
export function skipByName(name: string): SkipReason | null {
  if (name.startsWith('~$') || name.startsWith('.~lock')) return 'temporary';
  return name.startsWith('.') || name === RESOURCE_FOLDER || SYSTEM.test(name) ? 'hidden' : null;
}

/** Whether a file found in a folder may be a return, by its extension; its content decides later what it is. */
export function hasCandidateExtension(name: string): boolean {
  return candidateExtension(name) !== '';
}

/** Whether the extension of a name is that of a workbook. */
export function hasWorkbookExtension(name: string): boolean {
  return WORKBOOKS.includes(candidateExtension(name).slice(1).toLowerCase());
}

const DOCUMENTS =
  /\.(?:docx?|wps|wpt|od[tpg]|pdf|rtf|ofd|pptx?|dps|mht(?:ml)?|eml|msg|numbers|fods|slk|dif|dbf|uo[ftsp]|xps|jpe?g|jfif|png|bmp|gif|tiff?|webp|heic|heif|rar|7z|gz|tgz|tar)$/i;

/** Whether a file has the extension of a document that is sent in the place of a workbook, or beside one. */
export function hasDocumentExtension(name: string): boolean {
  return DOCUMENTS.test(name) || isArchiveVolume(name);
}

const COPY = /(?:\.(?:bak|backup|old|orig|xlk|asd|swp)|~)$/i;

/** Whether a program has named a file as its backup, or as not yet whole: nobody sends such a one. */
export function isBackupName(name: string): boolean {
  return COPY.test(name) || passedOverKind(name) === 'download';
}

/** The extension of a name by which it may be a return, with its dot; empty when it has another or none. */
export function candidateExtension(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 && EXTENSIONS.has(name.slice(dot + 1).toLowerCase()) ? name.slice(dot) : '';
}
