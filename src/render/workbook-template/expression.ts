import type { Helpers } from '../template.ts';
import type { TemplateFaults } from '../template-faults.ts';
import { LONGEST_TEXT } from './cell-text.ts';
import { type Frame, isTrue, itemFrames, type Loop, withFrame } from './frame.ts';

/** A text that a loop makes longer than this is no text of a cell, which is cut at `LONGEST_TEXT`, but a mistake. */
const MOST_CHARACTERS = 1_000_000;

/** What an expression gives at a place; undefined after a fault was told. */
export type Evaluate = (frame: Frame) => unknown;

/** What expressions are worked out with. */
export interface Evaluation {
  readonly helpers: Helpers;
  /** Helpers that may be given data that is not there. */
  readonly lenient: ReadonlySet<string>;
  readonly faults: TemplateFaults;
  /** How a value is printed within other text. */
  readonly print: (value: unknown) => string;
}

/** The text that a program makes of the data: the meaning of text templates, without parts. */
export function textOfProgram(program: hbs.AST.Program, evaluation: Evaluation): (frame: Frame) => string {
  const pieces = program.body.map((statement) => textOfStatement(statement, evaluation));
  const [only] = pieces;
  if (pieces.length === 1 && only) return only;
  return (frame) => {
    let text = '';
    for (const piece of pieces) text += piece(frame);
    return text;
  };
}

function textOfStatement(statement: hbs.AST.Statement, evaluation: Evaluation): (frame: Frame) => string {
  switch (statement.type) {
    case 'ContentStatement': {
      const { value } = statement as hbs.AST.ContentStatement;
      return () => value;
    }
    case 'MustacheStatement': {
      const value = valueOfMustache(statement as hbs.AST.MustacheStatement, evaluation);
      return (frame) => printed(value(frame), statement.loc, evaluation);
    }
    case 'BlockStatement':
      return textOfBlock(statement as hbs.AST.BlockStatement, evaluation);
    default:
      return () => '';
  }
}

function printed(value: unknown, loc: hbs.AST.SourceLocation, { print, faults }: Evaluation): string {
  if (value === undefined) return '';
  if (typeof value === 'object' && value !== null) {
    faults.add(loc, 'TEMPLATE_NOT_PRINTABLE', {});
    return '';
  }
  return print(value);
}

/** The value of `{{path}}` or of `{{helper argument …}}`. */
export function valueOfMustache(statement: hbs.AST.MustacheStatement, evaluation: Evaluation): Evaluate {
  const { path, params, hash, loc } = statement;
  if (params.length === 0 && (hash?.pairs ?? []).length === 0) return expressionValue(path, evaluation);
  return expressionValue({ type: 'SubExpression', path, params, hash, loc } as hbs.AST.SubExpression, evaluation);
}

function textOfBlock(block: hbs.AST.BlockStatement, evaluation: Evaluation): (frame: Frame) => string {
  const { path, params, program, inverse } = block;
  const value = params[0] ? expressionValue(params[0], evaluation) : () => undefined;
  const inside = textOfProgram(program, evaluation);
  const otherwise = inverse ? textOfProgram(inverse, evaluation) : () => '';
  const names = program.blockParams ?? [];
  let isEndless = false;
  switch (path.original) {
    case 'if':
      return (frame) => (isTrue(value(frame)) ? inside(frame) : otherwise(frame));
    case 'unless':
      return (frame) => (isTrue(value(frame)) ? otherwise(frame) : inside(frame));
    case 'with':
      return (frame) => {
        const context = value(frame);
        return isTrue(context) ? inside(withFrame(context, frame, names)) : otherwise(frame);
      };
    default:
      return (frame) => {
        const frames = itemFrames(value(frame), frame, names);
        if (frames.length === 0) return otherwise(frame);
        let text = '';
        for (const one of frames) {
          if (isEndless) return '';
          text += inside(one);
          if (text.length <= MOST_CHARACTERS) continue;
          evaluation.faults.add(block.loc, 'WORKBOOK_TEXT_LONG', { most: LONGEST_TEXT });
          isEndless = true;
        }
        return isEndless ? '' : text;
      };
  }
}

/** The value of an expression; names that the data does not have are told as faults. */
export function expressionValue(expression: hbs.AST.Expression, evaluation: Evaluation, mayLack = false): Evaluate {
  if (expression.type === 'SubExpression') return valueOfCall(expression as hbs.AST.SubExpression, evaluation);
  if (expression.type !== 'PathExpression') {
    const { value = null } = expression as Partial<hbs.AST.StringLiteral>;
    return () => value;
  }
  const path = expression as hbs.AST.PathExpression;
  const read = path.data ? dataReader(path) : reader(path);
  if (mayLack) return read;
  return (frame) => {
    const value = read(frame);
    if (value === undefined) {
      evaluation.faults.add(path.loc, 'TEMPLATE_DATA_UNKNOWN', { name: path.original, nearest: [], via: '' });
    }
    return value;
  };
}

function valueOfCall({ path, params, loc }: hbs.AST.SubExpression, evaluation: Evaluation): Evaluate {
  const name = path.original;
  const helper = Object.hasOwn(evaluation.helpers, name) ? evaluation.helpers[name] : undefined;
  // An unknown helper was told before.
  if (!helper) return () => undefined;
  const mayLack = evaluation.lenient.has(name);
  const given = params.map((one) => expressionValue(one, evaluation, mayLack));
  return (frame) => {
    const values = given.map((one) => one(frame));
    if (!mayLack && values.includes(undefined)) return undefined;
    try {
      return helper(...values);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      evaluation.faults.add(loc, 'TEMPLATE_HELPER_FAILED', { name, detail });
      return undefined;
    }
  };
}

function reader(path: hbs.AST.PathExpression): Evaluate {
  const parts: readonly string[] = path.parts;
  const { depth } = path;
  const [head = '', ...rest] = parts;
  const isScoped = /^(?:\.|this\b)/.test(path.original);
  return (frame) => {
    if (depth === 0 && !isScoped && frame.named && Object.hasOwn(frame.named, head))
      return follow(frame.named[head], rest);
    let at: Frame | null = frame;
    for (let left = depth; left > 0 && at; left--) at = at.parent;
    return at ? follow(at.context, parts) : undefined;
  };
}

/** `@root.area`, `@index`, `@../index`. */
function dataReader(path: hbs.AST.PathExpression): Evaluate {
  const [head = '', ...rest] = path.parts as readonly string[];
  if (head === 'root') return (frame) => follow(frame.root, rest);
  return (frame) => {
    let loop: Loop | null = frame.loop;
    for (let left = path.depth; left > 0 && loop; left--) loop = loop.parent;
    switch (head) {
      case 'index':
      case 'key':
      case 'first':
      case 'last':
        return loop?.[head];
      default:
        return undefined;
    }
  };
}

/** Only what the data has itself can be read. */
function follow(value: unknown, parts: readonly string[]): unknown {
  let at = value;
  for (const part of parts) {
    if (at === null || at === undefined) return at;
    const holder: object = Object(at);
    at = Object.hasOwn(holder, part) ? Reflect.get(holder, part) : undefined;
  }
  return at;
}
