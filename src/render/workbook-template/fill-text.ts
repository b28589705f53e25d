import type { Evaluation } from './expression.ts';
import { textOfProgram } from './expression.ts';
import type { Frame } from './frame.ts';

/** Fills in texts outside of cells: those of a plan, each made ready once. */
export function textFiller(
  programs: ReadonlyMap<string, hbs.AST.Program>,
  evaluation: Evaluation,
): (text: string, frame: Frame) => string {
  const ready = new Map<string, (frame: Frame) => string>();
  return (text, frame) => {
    const program = programs.get(text);
    if (!program) return text;
    const fill = ready.get(text) ?? textOfProgram(program, evaluation);
    ready.set(text, fill);
    return fill(frame);
  };
}
