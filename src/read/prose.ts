/** Marks of punctuation part the fields of a table, too, but then of more than a few. */
const PUNCTUATION = new Set(['，', '、']);
const FEW = 4;
const SENTENCE = /[。：]\s*$/mu;
/** Columns that are set apart by blanks only. */
const SPACED = /\S(?:\s{2,}\S+){2}/u;
const LONGEST = 65_536;
/** So many lines of equally many fields, and most of them all, are a table, whatever parts the fields. */
const LEAST_ROWS = 3;

/** Whether a text is a letter or note: sentences, and nothing that parts columns. `fields` are those of an ordinary line. */
export function isProse(text: string, delimiter: string, fields: number): boolean {
  if (text.length > LONGEST || (fields > 1 && !(PUNCTUATION.has(delimiter) && fields < FEW))) return false;
  const lines = text.split('\n').flatMap((line) => line.trim() || []);
  if (!SENTENCE.test(text) || lines.some((line) => SPACED.test(line))) return false;
  const alike = lines.filter((line) => !SENTENCE.test(line) && line.split(delimiter).length === fields).length;
  return fields === 1 || alike < LEAST_ROWS || 2 * alike <= lines.length;
}
