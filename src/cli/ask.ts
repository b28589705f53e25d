import { Cancelled } from '../model/errors.ts';
import type { Question } from './effects.ts';

/** Asks on a terminal, which must not be stdout: that is for the product. Throws `Cancelled` at Ctrl-C. */
export async function ask({ message, proposal, problemOf }: Question, output: NodeJS.WritableStream): Promise<string> {
  const { input } = await import('@inquirer/prompts');
  try {
    const answer = await input(
      { message, default: proposal, validate: (text) => problemOf(text.trim()) ?? true },
      { output },
    );
    return answer.trim();
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') throw new Cancelled();
    throw error;
  }
}
