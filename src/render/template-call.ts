import { type Parameter, type Signature, usage } from './helpers/signatures.ts';
import { isDate } from './helpers/words.ts';
import { likest } from './likest.ts';
import type { TemplateFaults } from './template-faults.ts';
import { follow } from './template-scope.ts';
import { ANY, canBe, listOf, plain, type Shape } from './template-shape.ts';

/** What calls are judged by. */
interface Helpers {
  readonly signatures: Readonly<Record<string, Signature>>;
  readonly faults: TemplateFaults;
  /** Ids of the scheme's indicators; null when the scheme is not known. */
  readonly indicators: readonly string[] | null;
}

/** Tells what is wrong with the call of a helper; returns the shape of what it gives. */
export function judgeCall(
  call: hbs.AST.SubExpression,
  given: readonly Shape[],
  { signatures, faults, indicators }: Helpers,
): Shape {
  const name = call.path.original;
  const signature = Object.hasOwn(signatures, name) ? signatures[name] : undefined;
  // An unknown helper is told where the template is read.
  if (!signature) return ANY;
  const { parameters } = signature;
  if ((call.hash?.pairs ?? []).length > 0) {
    faults.add(call.loc, 'TEMPLATE_HELPER_NAMED', { usage: usage(name, signature) });
  }
  const least = parameters.filter(({ optional }) => !optional).length;
  const most = parameters.some(({ rest }) => rest) ? Number.POSITIVE_INFINITY : parameters.length;
  if (given.length < least || given.length > most) {
    faults.add(call.loc, 'TEMPLATE_HELPER_ARGUMENTS', { usage: usage(name, signature) });
    return ANY;
  }
  for (const [at, shape] of given.entries()) {
    const parameter = parameters[Math.min(at, parameters.length - 1)];
    const wanted = kindWanted(parameter, shape);
    const written = call.params[at];
    if (!written) continue;
    if (wanted === null) {
      judgeText(written, parameter?.oneOf, name, faults);
      if (parameter?.range) judgeRange(written, parameter.range, name, faults);
      if (parameter?.kind === 'date') judgeDate(written, name, faults);
      if (parameter?.isPrinted && !isPrintable(shape)) faults.add(written.loc, 'TEMPLATE_NOT_PRINTABLE', {});
      if (parameter?.isIndicator && indicators !== null) judgeIndicator(written, indicators, faults);
      continue;
    }
    const argument = textOf(written);
    faults.add(written.loc, 'TEMPLATE_ARGUMENT_KIND', { helper: name, argument, wanted });
  }
  return resultOf(call, signature, given, faults);
}

/** Tells a written text that is none of those that an argument may be. */
function judgeText(
  written: hbs.AST.Expression,
  oneOf: readonly string[] | undefined,
  helper: string,
  faults: TemplateFaults,
): void {
  if (!oneOf || written.type !== 'StringLiteral') return;
  const { value: argument } = written as hbs.AST.StringLiteral;
  if (!oneOf.includes(argument))
    faults.add(written.loc, 'TEMPLATE_ARGUMENT_VALUE', { helper, argument, allowed: oneOf });
}

/** Tells a written number that an argument cannot be. */
function judgeRange(
  written: hbs.AST.Expression,
  [least, most]: readonly [number, number],
  helper: string,
  faults: TemplateFaults,
): void {
  if (written.type !== 'NumberLiteral') return;
  const { value } = written as hbs.AST.NumberLiteral;
  if (Number.isInteger(value) && value >= least && value <= most) return;
  const end = most === Number.MAX_SAFE_INTEGER ? '' : String(most);
  faults.add(written.loc, 'TEMPLATE_ARGUMENT_RANGE', { helper, argument: String(value), least, most: end });
}

/** Tells a written text that is no date. */
function judgeDate(written: hbs.AST.Expression, helper: string, faults: TemplateFaults): void {
  if (written.type !== 'StringLiteral') return;
  const { value: argument } = written as hbs.AST.StringLiteral;
  if (!isDate(argument)) faults.add(written.loc, 'TEMPLATE_ARGUMENT_KIND', { helper, argument, wanted: 'date' });
}

/** Whether what stands in a list can be printed. */
function isPrintable({ item }: Shape): boolean {
  return item === null || canBe(item(), 'text', 'number', 'boolean', 'null');
}

/** Tells a written id that no indicator of the scheme has. */
function judgeIndicator(written: hbs.AST.Expression, indicators: readonly string[], faults: TemplateFaults): void {
  if (written.type !== 'StringLiteral') return;
  const { value: name } = written as hbs.AST.StringLiteral;
  if (indicators.includes(name)) return;
  faults.add(written.loc, 'TEMPLATE_DATA_UNKNOWN', { name, nearest: likest(name, indicators), via: '' });
}

/** The kind that an argument cannot be of; null when nothing is wrong with it. Only numbers may be null. */
function kindWanted(parameter: Parameter | undefined, shape: Shape) {
  if (!parameter || parameter.kind === 'any') return null;
  const kind = parameter.kind === 'date' ? 'text' : parameter.kind;
  const fits = kind === 'number' ? canBe(shape, 'number', 'null') : canBe(shape, kind);
  return fits ? null : parameter.kind;
}

function resultOf(
  call: hbs.AST.SubExpression,
  { result }: Signature,
  [first = ANY]: readonly Shape[],
  faults: TemplateFaults,
): Shape {
  if (result === 'same') return first;
  if (result === 'texts') return listOf(plain('text'));
  if (result !== 'field' && result !== 'fields' && result !== 'items') return plain(result);
  const key = call.params[1] as hbs.AST.StringLiteral | hbs.AST.NumberLiteral | undefined;
  const group = result === 'field' ? first : (first.item?.() ?? ANY);
  if (key?.type !== 'StringLiteral' && key?.type !== 'NumberLiteral')
    return result === 'items' ? first : computed(group);
  const found = follow(group, [String(key.value)]);
  if (found.kind === 'shape' && result === 'items') return first;
  if (found.kind === 'shape') return result === 'field' ? found.shape : listOf(found.shape);
  if (found.kind === 'closed') faults.add(key.loc, 'TEMPLATE_NAME_CLOSED', { name: String(key.value) });
  else faults.add(key.loc, 'TEMPLATE_DATA_UNKNOWN', { name: String(key.value), nearest: found.nearest, via: '' });
  return ANY;
}

/** What a group or list gives for a name that is known only when the report is made. */
function computed(group: Shape): Shape {
  return group.item?.() ?? ANY;
}

/** An argument as it is written, to be named in a message. */
function textOf(expression: hbs.AST.Expression): string {
  if (expression.type === 'SubExpression') return `(${(expression as hbs.AST.SubExpression).path.original} …)`;
  const { original, value } = expression as Partial<hbs.AST.StringLiteral & hbs.AST.PathExpression>;
  return String(original ?? value ?? '');
}
