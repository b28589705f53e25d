import { likest, likestPart } from './likest.ts';
import type { TemplateFaults } from './template-faults.ts';

/** Helpers that the rewritten templates call; no template can name them. */
export const PRINT = '__print';
export const NEED = '__need';
export const LIST = '__list';

const BLOCKS = new Set(['if', 'unless', 'each', 'with']);
const RAW_PARTIAL = '@partial-block';

/** What a template may call, and where its faults go. */
export interface TemplateNames {
  readonly helpers: ReadonlySet<string>;
  /** Helpers that may be given data that is not there. */
  readonly lenient: ReadonlySet<string>;
  readonly partials: ReadonlySet<string>;
  readonly faults: TemplateFaults;
}

/**
 * The program with every value printed through `PRINT`, every name of the data checked by `NEED` or `LIST`, and every
 * unknown helper, partial, block or unescaped output told as a fault and taken out.
 */
export function checkedProgram(program: hbs.AST.Program, names: TemplateNames): hbs.AST.Program {
  const inline = inlinePartials(program);
  return rewriteProgram(
    program,
    inline.size === 0 ? names : { ...names, partials: new Set([...names.partials, ...inline]) },
  );
}

function rewriteProgram(program: hbs.AST.Program, names: TemplateNames): hbs.AST.Program {
  return { ...program, body: program.body.flatMap((statement) => rewriteStatement(statement, names)) };
}

function rewriteStatement(statement: hbs.AST.Statement, names: TemplateNames): hbs.AST.Statement[] {
  switch (statement.type) {
    case 'ContentStatement':
    case 'CommentStatement':
      return [statement];
    case 'MustacheStatement':
      return rewriteMustache(statement as hbs.AST.MustacheStatement, names);
    case 'BlockStatement':
      return rewriteBlock(statement as hbs.AST.BlockStatement, names);
    case 'DecoratorBlock':
      return rewriteInline(statement as hbs.AST.DecoratorBlock, names);
    case 'PartialStatement':
    case 'PartialBlockStatement':
      return rewritePartial(statement as hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement, names);
    default:
      names.faults.add(statement.loc, 'TEMPLATE_TAG', {});
      return [];
  }
}

function rewriteMustache(statement: hbs.AST.MustacheStatement, names: TemplateNames): hbs.AST.Statement[] {
  const { path, params, hash, loc } = statement;
  if (!statement.escaped) {
    names.faults.add(loc, 'TEMPLATE_RAW', {});
    return [];
  }
  if (!isPath(path)) return [printed(statement, path)];
  // Without arguments a name is the data's, even when a helper is called so.
  const called = params.length > 0 || (hash?.pairs ?? []).length > 0;
  if (!called) return [printed(statement, call(NEED, [path, text(path.original, path.loc)], path.loc))];
  const expression = rewriteCall({ type: 'SubExpression', path, params, hash, loc }, names);
  return expression ? [printed(statement, expression)] : [];
}

function printed(statement: hbs.AST.MustacheStatement, expression: hbs.AST.Expression): hbs.AST.Statement {
  const { path, params, hash, loc } = call(PRINT, [expression], statement.loc);
  return { ...statement, escaped: false, path, params, hash, loc } as hbs.AST.MustacheStatement;
}

function rewriteBlock(block: hbs.AST.BlockStatement, names: TemplateNames): hbs.AST.Statement[] {
  const name = block.path.original;
  if (!BLOCKS.has(name)) {
    names.faults.add(block.loc, 'TEMPLATE_BLOCK_UNKNOWN', { name, allowed: [...BLOCKS] });
    return [];
  }
  if (block.params.length !== 1) {
    names.faults.add(block.loc, 'TEMPLATE_BLOCK_VALUE', { name });
    return [];
  }
  const params = rewriteAll(block.params, names, name === 'each' ? LIST : NEED);
  const program = rewriteProgram(block.program, names);
  const inverse = block.inverse && rewriteProgram(block.inverse, names);
  return params ? [{ ...block, params, program, inverse } as hbs.AST.BlockStatement] : [];
}

function rewriteInline(block: hbs.AST.DecoratorBlock, names: TemplateNames): hbs.AST.Statement[] {
  if (block.path.original === 'inline') {
    return [{ ...block, program: rewriteProgram(block.program, names) } as hbs.AST.DecoratorBlock];
  }
  names.faults.add(block.loc, 'TEMPLATE_DECORATOR_UNKNOWN', { name: block.path.original });
  return [];
}

function rewritePartial(
  partial: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement,
  names: TemplateNames,
): hbs.AST.Statement[] {
  const name = isPath(partial.name) ? partial.name.original : null;
  if (name === null) {
    names.faults.add(partial.loc, 'TEMPLATE_PART_NAME', {});
    return [];
  }
  if (!names.partials.has(name) && name !== RAW_PARTIAL) {
    const alike = likestPart(name, [...names.partials]);
    names.faults.add(partial.loc, 'TEMPLATE_PART_UNKNOWN', { name, nearest: alike });
    return [];
  }
  const params = rewriteAll(partial.params, names, NEED);
  const hash = rewriteHash(partial.hash, names);
  if (!params || hash === null) return [];
  const program = 'program' in partial ? { program: rewriteProgram(partial.program, names) } : {};
  return [Object.assign({}, partial, { params, hash }, program)];
}

/** The call of a known helper with checked arguments; null when anything in it is at fault. */
function rewriteCall(call: hbs.AST.SubExpression, names: TemplateNames): hbs.AST.SubExpression | null {
  if (!isHelperName(call.path, names)) {
    const name = call.path.original;
    names.faults.add(call.loc, 'TEMPLATE_HELPER_UNKNOWN', { name, nearest: likest(name, [...names.helpers]) });
    return null;
  }
  const lenient = names.lenient.has(call.path.original);
  const params = rewriteAll(call.params, names, lenient ? null : NEED);
  const hash = rewriteHash(call.hash, names);
  return params && hash !== null ? { ...call, params, hash: hash as hbs.AST.Hash } : null;
}

function rewriteAll(
  expressions: readonly hbs.AST.Expression[],
  names: TemplateNames,
  check: string | null,
): hbs.AST.Expression[] | null {
  const rewritten = expressions.map((expression) => rewriteExpression(expression, names, check));
  const sound = rewritten.filter((expression) => expression !== null);
  return sound.length === rewritten.length ? sound : null;
}

function rewriteExpression(
  expression: hbs.AST.Expression,
  names: TemplateNames,
  check: string | null,
): hbs.AST.Expression | null {
  if (expression.type === 'SubExpression') return rewriteCall(expression as hbs.AST.SubExpression, names);
  if (!isPath(expression) || check === null) return expression;
  return call(check, [expression, text(expression.original, expression.loc)], expression.loc);
}

function rewriteHash(hash: hbs.AST.Hash | undefined, names: TemplateNames): hbs.AST.Hash | undefined | null {
  if (!hash) return undefined;
  const pairs: hbs.AST.HashPair[] = [];
  for (const pair of hash.pairs) {
    const value = rewriteExpression(pair.value, names, NEED);
    if (value === null) return null;
    pairs.push({ ...pair, value });
  }
  return { ...hash, pairs };
}

/** Names of the `{{#*inline}}` partials that a template defines, at any depth. */
export function inlinePartials(program: hbs.AST.Program): ReadonlySet<string> {
  const found = new Set<string>();
  const search = (statements: readonly hbs.AST.Statement[]): void => {
    for (const statement of statements) {
      const { type, params, program: body, inverse } = statement as hbs.AST.BlockStatement;
      const name = params?.[0] as hbs.AST.StringLiteral | undefined;
      if ((type as string) === 'DecoratorBlock' && name?.type === 'StringLiteral') found.add(name.value);
      if (body) search(body.body);
      if (inverse) search(inverse.body);
    }
  };
  search(program.body);
  return found;
}

function isPath(node: hbs.AST.Node): node is hbs.AST.PathExpression {
  return node.type === 'PathExpression';
}

function isHelperName(path: hbs.AST.PathExpression, { helpers }: TemplateNames): boolean {
  return !path.data && path.depth === 0 && path.parts.length === 1 && helpers.has(path.original);
}

function call(name: string, params: hbs.AST.Expression[], loc: hbs.AST.SourceLocation): hbs.AST.SubExpression {
  const path: hbs.AST.PathExpression = {
    type: 'PathExpression',
    data: false,
    depth: 0,
    parts: [name],
    original: name,
    loc,
  };
  return { type: 'SubExpression', path, params, hash: { type: 'Hash', pairs: [], loc }, loc };
}

function text(value: string, loc: hbs.AST.SourceLocation): hbs.AST.StringLiteral {
  return { type: 'StringLiteral', value, original: value, loc };
}
