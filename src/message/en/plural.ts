/** A number with its noun in the singular or plural: `1 row`, `2 rows`. */
export function count(number: number, noun: string, plural: string = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}
