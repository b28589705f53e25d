import { type Evaluation, textOfProgram, valueOfMustache } from './expression.ts';
import type { Frame } from './frame.ts';
import type { CellValue } from './sheet-cells.ts';

/** What a cell of the template is filled with at a place. */
export type FillCell = (frame: Frame) => CellValue;

/** A cell that is nothing but one expression takes the value as it is; every other is text. */
export function fillCell(program: hbs.AST.Program, evaluation: Evaluation): FillCell {
  const statements = program.body.filter(({ type }) => type !== 'CommentStatement');
  const [only] = statements;
  if (statements.length !== 1 || only?.type !== 'MustacheStatement') {
    return textOfProgram({ ...program, body: statements }, evaluation);
  }
  const value = valueOfMustache(only as hbs.AST.MustacheStatement, evaluation);
  return (frame) => {
    const given = value(frame);
    switch (typeof given) {
      case 'string':
      case 'boolean':
        return given;
      case 'number':
        return Number.isFinite(given) ? given : null;
      case 'object':
        if (given !== null) evaluation.faults.add(only.loc, 'TEMPLATE_NOT_PRINTABLE', {});
        return null;
      default:
        return null;
    }
  };
}
