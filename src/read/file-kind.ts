/** Kinds of files that are recognised but not read; the last one stands for all others. */
export type UnsupportedKind =
  | 'xls'
  | 'xlsb'
  | 'ods'
  | 'html'
  | 'mhtml'
  | 'mail'
  | 'xml'
  | 'doc'
  | 'docx'
  | 'ppt'
  | 'pptx'
  | 'pdf'
  | 'rtf'
  | 'odt'
  | 'ofd'
  | 'numbers'
  | 'exchange'
  | 'image'
  | 'zip'
  | 'archive'
  | 'volume'
  | 'unknown';

/**
 * What the first bytes of a file say it is: `sealed` is what software of an office has encrypted, `zeros` what holds nothing
 * else, `text` anything without a signature.
 */
export type Signature = 'zip' | 'compound' | 'sealed' | 'zeros' | 'text' | UnsupportedKind;

const SIGNATURES: readonly (readonly [Signature, string])[] = [
  ['zip', '504b0304'],
  ['zip', '504b0506'],
  ['compound', 'd0cf11e0a1b11ae1'],
  ['pdf', '255044462d'],
  ['rtf', '7b5c727466'],
  ['image', '89504e470d0a1a0a'],
  ['image', 'ffd8ff'],
  ['image', '474946383761'],
  ['image', '474946383961'],
  ['image', '424d'],
  ['image', '49492a00'],
  ['image', '4d4d002a'],
  ['archive', '526172211a07'],
  ['archive', '377abcaf271c'],
  ['archive', '1f8b08'],
];

/** Pictures of telephones and of the web (HEIC, AVIF, WebP), whose names stand behind a size. */
const MEDIA = /^(?:[\s\S]{4}ftyp(?:hei|hev|mif1|msf1|avi)|RIFF[\s\S]{4}WEBP)/;

/** Looks at content only: a name never decides. */
export function signatureOf(bytes: Buffer): Signature {
  const head = bytes.subarray(0, 16);
  const hex = head.toString('hex');
  const known = SIGNATURES.find(([, start]) => hex.startsWith(start));
  // Two letters begin many a text; a bitmap also has zero bytes.
  if (known !== undefined && (known[1].length > 4 || head.includes(0))) return known[0];
  if (MEDIA.test(head.toString('latin1'))) return 'image';
  if (isSealed(bytes)) return 'sealed';
  if (bytes.subarray(0, ZEROS).every((byte) => byte === 0)) return 'zeros';
  return isBareBiff(head) ? 'xls' : 'text';
}

/** So many zero bytes begin nothing that can be read. */
const ZEROS = 4096;

/** Heads of files that the two most common programs encrypt whenever they are saved, so that nobody else can read them. */
function isSealed(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 64).toString('latin1');
  return head.startsWith('%TSD-Header-###%') || (head.includes('E-SafeNet') && head.includes('\0'));
}

/** The beginning-of-file record of a sheet or workbook without a container, as Excel 2 to 4 and some programs wrote it. */
function isBareBiff(head: Buffer): boolean {
  if (head.length < 8 || head[0] !== 0x09) return false;
  const [, version = 1, length = 0, high] = head;
  // Text in UTF-16 may begin with white space.
  const isLength = high === 0 && length <= 16 && !(length >= 0x09 && length <= 0x0d);
  return isLength && (version === 0 || version === 2 || version === 4 || version === 8);
}

/** The head of a mail; a page saved with its pictures is written as one. */
const MAIL =
  /^(?:received|return-path|delivered-to|from|to|date|subject|message-id|x-[a-z-]+):[^\n]*\n(?:[\s\S]*\n)?(?:mime-version|content-type|from):/;
const MIME = /^(?:mime-version:|content-type:\s*multipart)/;
const ARCHIVE = /multipart\/related|snapshot-content-location:|x-document-type:/;

/** Characters by which a text is told from others. */
const MARKUP_HEAD = 4096;

/** What a text turns out to be by its beginning; null: a delimited text. */
export function markupKind(text: string): UnsupportedKind | null {
  const head = text.slice(0, MARKUP_HEAD).trimStart().toLowerCase();
  if (/^id;p[^\n]*\n[a-z]{1,2};|^table\r?\n0,1\r?\n"/.test(head)) return 'exchange';
  if (MIME.test(head)) return /\nsubject:/.test(head) && !ARCHIVE.test(head) ? 'mail' : 'mhtml';
  if (MAIL.test(head)) return ARCHIVE.test(head) ? 'mhtml' : 'mail';
  if (/^<\?xml/.test(head)) return /<html[\s>]/.test(head) ? 'html' : 'xml';
  return /^(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|meta|body|table|style|title|link|script|div|center|font|form|tr)\b/.test(
    head,
  )
    ? 'html'
    : null;
}
