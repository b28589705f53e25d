/** How a stream sets words off: by colours, or not at all. */
export type Paint = Readonly<Record<'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan', (text: string) => string>>;

const same = (text: string) => text;

/** For what shows no colours. */
export const PLAIN: Paint = { bold: same, dim: same, red: same, green: same, yellow: same, cyan: same };

/** For what shows them. Only then chalk is loaded: importing it takes longer than most else of a start. */
export async function coloured(): Promise<Paint> {
  const { Chalk } = await import('chalk');
  // Whether a stream shows them is not asked of chalk, which does not heed NO_COLOR.
  return new Chalk({ level: 1 });
}
