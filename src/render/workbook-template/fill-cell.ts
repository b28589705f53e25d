import { type Evaluation, expressionValue, textOfProgram, valueOfMustache } from './expression.ts';
import { type FormattedNumber, NUMBER_HELPERS } from './formatted-number.ts';
import type { Frame } from './frame.ts';
import type { CellValue } from './sheet-cells.ts';

/** What a cell of the template is filled with at a place. */
export type FillCell = (frame: Frame) => CellValue | FormattedNumber;

/**
 * A cell that is nothing but one expression, blanks and line breaks around it aside, takes the value as it is, or the
 * number that it prints; every other is text.
 */
export function fillCell(program: hbs.AST.Program, evaluation: Evaluation): FillCell {
  const statements = program.body.filter(({ type }) => type !== 'CommentStatement');
  const said = statements.filter((one) => !isBlank(one));
  const [only] = said;
  if (said.length !== 1 || only?.type !== 'MustacheStatement') {
    return textOfProgram({ ...program, body: statements }, evaluation);
  }
  const mustache = only as hbs.AST.MustacheStatement;
  const value = valueOfMustache(mustache, evaluation);
  const number = numberOf(mustache, evaluation);
  return (frame) => {
    const printed = number(frame);
    if (printed) return printed;
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

function isBlank(statement: hbs.AST.Statement): boolean {
  return statement.type === 'ContentStatement' && (statement as hbs.AST.ContentStatement).value.trim() === '';
}

/** The number that a helper prints, where it prints one. */
function numberOf({ path, params }: hbs.AST.MustacheStatement, evaluation: Evaluation) {
  const name = String((path as hbs.AST.PathExpression).original);
  const helper = params.length > 0 && Object.hasOwn(NUMBER_HELPERS, name) ? NUMBER_HELPERS[name] : undefined;
  if (!helper) return () => null;
  const given = params.map((one) => expressionValue(one, evaluation));
  return (frame: Frame) => helper(...given.map((one) => one(frame)));
}
