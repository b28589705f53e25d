import { type Signature, usage } from './helpers/signatures.ts';
import { judgeCall } from './template-call.ts';
import type { TemplateFaults } from './template-faults.ts';
import { resolvePath, type Scope } from './template-scope.ts';
import { ANY, canBe, each, plain, type Shape, withFields } from './template-shape.ts';

/** What templates are judged by, and how far they were. */
export interface Walk {
  /** The sound templates by the name that they are called by. */
  readonly programs: ReadonlyMap<string, hbs.AST.Program>;
  /** Names of parts that are defined in templates. */
  readonly inlines: ReadonlySet<string>;
  readonly signatures: Readonly<Record<string, Signature>>;
  /** Ids of the scheme's indicators; null when the scheme is not known. */
  readonly indicators: readonly string[] | null;
  /** The data of the whole document. */
  readonly root: Shape;
  readonly faults: TemplateFaults;
  /** Parts that were come to, and with which data: none is judged twice by the same. */
  readonly reached: Set<string>;
  readonly seen: Set<string>;
  /** How many more programs are walked: parts that call each other twice, level by level, are more than can be told. */
  left: number;
}

/** What is written at one place and used at another. */
interface Inline {
  readonly program: hbs.AST.Program;
  readonly place: Place;
}

/** A place of a template: what names mean there, and how it was come to. */
interface Place extends Scope {
  /** Parts that are defined in the template itself. */
  readonly inlines: ReadonlyMap<string, Inline>;
  /** What `{{> @partial-block}}` stands for. */
  readonly block: Inline | null;
  /** Names of the parts that call each other down to here, the outermost first. */
  readonly calls: readonly string[];
  /** The call of the innermost part: `report.md:12`; empty for a whole document. */
  readonly via: string;
}

/** Programs that are walked at most; the built-in report has some hundreds. */
export const MOST_PROGRAMS = 100_000;

/** Of a part that nothing calls it is not known whether it stands in loops. */
const ANY_LOOPS = 9;

/**
 * Tells names of the data that a template and the parts it calls do not have, wrong calls of helpers, and parts that
 * call each other in a circle. Null as context: the part is called by nobody, so nothing is known of its data.
 */
export function walkTemplate(name: string, context: Shape | null, walk: Walk): void {
  const program = walk.programs.get(name);
  walk.reached.add(name);
  if (!program) return;
  const place: Place = {
    contexts: [context ?? ANY],
    root: walk.root,
    blockParams: new Map(),
    loops: context === null ? ANY_LOOPS : 0,
    inlines: new Map(),
    block: null,
    calls: [name],
    via: '',
  };
  const block = context === null ? { program: { ...program, body: [] }, place } : null;
  walkProgram(program, walk, { ...place, block });
}

function walkProgram(program: hbs.AST.Program, walk: Walk, outer: Place): void {
  if (walk.left === 0) walk.faults.addToFile(`${outer.calls[0] ?? ''}.hbs`, 'TEMPLATE_ENDLESS', {});
  if (walk.left-- <= 0) return;
  const place = withInlines(program, outer);
  for (const statement of program.body) {
    switch (statement.type) {
      case 'MustacheStatement':
        walkMustache(statement as hbs.AST.MustacheStatement, walk, place);
        break;
      case 'BlockStatement':
        walkBlock(statement as hbs.AST.BlockStatement, walk, place);
        break;
      case 'PartialStatement':
      case 'PartialBlockStatement':
        walkPartial(statement as PartialCall, walk, place);
    }
  }
}

function walkMustache({ path, params, hash, loc }: hbs.AST.MustacheStatement, walk: Walk, place: Place): void {
  const isCall = params.length > 0 || (hash?.pairs ?? []).length > 0;
  const call = { type: 'SubExpression', path, params, hash, loc } as hbs.AST.SubExpression;
  const shape = shapeOf(isCall ? call : path, walk, place);
  if (!canBe(shape, 'text', 'number', 'boolean', 'null')) walk.faults.add(loc, 'TEMPLATE_NOT_PRINTABLE', {});
}

function walkBlock({ path, params, program, inverse }: hbs.AST.BlockStatement, walk: Walk, place: Place): void {
  const value = params[0] ? shapeOf(params[0], walk, place) : ANY;
  if (inverse) walkProgram(inverse, walk, place);
  if (path.original !== 'each' && path.original !== 'with') {
    walkProgram(program, walk, place);
    return;
  }
  const isLoop = path.original === 'each';
  const context = isLoop && params[0] ? itemOf(value, params[0], walk) : value;
  const [first, second] = program.blockParams ?? [];
  const blockParams = new Map(place.blockParams);
  if (first !== undefined) blockParams.set(first, context);
  if (second !== undefined) blockParams.set(second, plain('text', 'number'));
  const contexts = [context, ...place.contexts];
  walkProgram(program, walk, { ...place, contexts, blockParams, loops: place.loops + (isLoop ? 1 : 0) });
}

function itemOf(value: Shape, written: hbs.AST.Expression, { faults }: Walk): Shape {
  if (!canBe(value, 'list', 'group', 'null')) {
    const { original = '' } = written as Partial<hbs.AST.PathExpression>;
    faults.add(written.loc, 'TEMPLATE_NOT_LIST', { name: original });
    return ANY;
  }
  const items = [value.item, value.rest, ...value.fields.values()].filter((one) => one !== null);
  if (items.length === 1) return items[0]?.() ?? ANY;
  return items.length === 0 ? ANY : each(items.map((one) => one()));
}

type PartialCall = hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement;

function walkPartial(call: PartialCall, walk: Walk, place: Place): void {
  const context = call.params[0] ? shapeOf(call.params[0], walk, place) : (place.contexts[0] ?? ANY);
  const named = (call.hash?.pairs ?? []).map(({ key, value }) => [key, shapeOf(value, walk, place)] as const);
  const data = withFields(context, new Map(named));
  const name = (call.name as hbs.AST.PathExpression).original;
  const block = 'program' in call ? { program: call.program, place } : null;
  if (name === '@partial-block') {
    const given = place.block ?? block;
    if (given) walkInline(given, data, walk, { ...given.place, loops: place.loops });
    else walk.faults.add(call.loc, 'TEMPLATE_NO_BLOCK', {});
    return;
  }
  const inline = place.inlines.get(name);
  // A part that is not well-formed is called all the same.
  if (!inline) walk.reached.add(name);
  // The block of a call reaches down to where it is used; parts that are defined in it do not stand for the call itself.
  const { inlines } = block ? withInlines(block.program, place) : place;
  const inner = { ...place, inlines, block: block ?? place.block };
  const mark = inline ? `${name} ` : name;
  if (!inline && !walk.programs.has(name)) {
    // Which names there are at all is told where the template is read; this one is defined, but not here.
    if (block && walk.inlines.has(name)) walkInline(block, data, walk, place);
    else if (walk.inlines.has(name)) walk.faults.add(call.loc, 'TEMPLATE_PART_UNKNOWN', { name, nearest: [] });
    return;
  }
  if (place.calls.includes(mark)) {
    const parts = [...place.calls.slice(place.calls.indexOf(mark)), mark].map((part) => part.trim());
    walk.faults.add(call.loc, 'TEMPLATE_PART_CIRCLE', { parts });
    return;
  }
  const calls = [...place.calls, mark];
  if (inline) walkInline(inline, data, walk, { ...inline.place, loops: place.loops, block: inner.block, calls });
  else walkPart(call, name, walk, { ...inner, contexts: [data], calls });
}

function walkPart({ loc }: PartialCall, name: string, walk: Walk, place: Place): void {
  const program = walk.programs.get(name);
  const inlines = [...place.inlines].map(([inline, written]) => inline + keyOf(written));
  const key = [name, place.loops, place.contexts[0]?.id, place.block && keyOf(place.block), ...inlines].join(' ');
  if (!program || walk.seen.has(key)) return;
  walk.seen.add(key);
  const via = `${place.calls.at(-2)?.trim() ?? ''}:${loc.start.line}`;
  walkProgram(program, walk, { ...place, blockParams: new Map(), via });
}

/** Tells whether the same was written at the same place, seen with the same data. */
function keyOf({ program, place }: Inline): string {
  const { source = '', start } = program.loc ?? {};
  return `${source}:${start?.line}:${start?.column}(${place.contexts.map(({ id }) => id).join()})`;
}

/** What is written at one place sees the value of where it is used, then those of its own place. */
function walkInline({ program, place: own }: Inline, data: Shape, walk: Walk, place: Place): void {
  const contexts = own.contexts[0]?.id === data.id ? own.contexts : [data, ...own.contexts];
  walkProgram(program, walk, { ...place, contexts });
}

/** The place with the parts that are defined there, which see each other. */
function withInlines({ body }: hbs.AST.Program, place: Place): Place {
  const blocks = body.filter((one) => one.type === 'DecoratorBlock') as hbs.AST.DecoratorBlock[];
  if (blocks.length === 0) return place;
  const inlines = new Map(place.inlines);
  const own: Place = { ...place, inlines };
  for (const { params, program } of blocks) {
    const { value: name = '' } = (params[0] ?? {}) as Partial<hbs.AST.StringLiteral>;
    inlines.set(name, { program, place: own });
  }
  return own;
}

const LITERALS: Readonly<Record<string, Shape>> = {
  StringLiteral: plain('text'),
  NumberLiteral: plain('number'),
  BooleanLiteral: plain('boolean'),
  NullLiteral: plain('null'),
};

function shapeOf(expression: hbs.AST.Expression, walk: Walk, place: Place, mayLack = false): Shape {
  if (expression.type === 'PathExpression') {
    return shapeOfPath(expression as hbs.AST.PathExpression, walk, place, mayLack);
  }
  if (expression.type !== 'SubExpression') return LITERALS[expression.type] ?? ANY;
  const call = expression as hbs.AST.SubExpression;
  const isLenient = walk.signatures[call.path.original]?.lenient === true;
  const given = call.params.map((one) => shapeOf(one, walk, place, isLenient));
  return judgeCall(call, given, walk);
}

function shapeOfPath(
  path: hbs.AST.PathExpression,
  { faults, signatures }: Walk,
  place: Place,
  mayLack: boolean,
): Shape {
  const resolved = resolvePath(path, place);
  if (resolved.kind === 'shape') return resolved.shape;
  const { original: name, loc } = path;
  const helper = Object.hasOwn(signatures, name) ? signatures[name] : undefined;
  if (helper !== undefined) faults.add(loc, 'TEMPLATE_HELPER_ARGUMENTS', { usage: usage(name, helper) });
  else if (resolved.kind === 'closed') faults.add(loc, 'TEMPLATE_NAME_CLOSED', { name });
  else if (!mayLack) faults.add(loc, 'TEMPLATE_DATA_UNKNOWN', { name, nearest: resolved.nearest, via: place.via });
  return ANY;
}
