/** A text as a YAML scalar in single quotes. */
export function yamlText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
