import type { TemplateFaults } from './template-faults.ts';
import { templateCompiler } from './template-library.ts';
import type { TemplateSource } from './template-source.ts';

/** A template as a syntax tree; null, with a fault at its place, when it is not well-formed. */
export function parseTemplate({ file, text }: TemplateSource, faults: TemplateFaults): hbs.AST.Program | null {
  try {
    return withPrograms(templateCompiler().parse(text, { srcName: file }));
  } catch (error) {
    tell(error, file, text, faults);
    return null;
  }
}

/** The tree with an empty program in blocks that have only the other branch: `{{^if x}}…{{/if}}`. */
function withPrograms(program: hbs.AST.Program): hbs.AST.Program {
  const body = program.body.map((statement) => {
    const { type, program: own, inverse } = statement as hbs.AST.BlockStatement;
    if (!inverse && !own) return statement;
    const empty = { ...program, body: [], blockParams: [] };
    const otherwise = type === 'BlockStatement' ? { inverse: inverse && withPrograms(inverse) } : {};
    return { ...statement, ...otherwise, program: own ? withPrograms(own) : empty };
  });
  return { ...program, body };
}

/** Handlebars stops at the first fault of a file, and tells it in one of two ways. */
function tell(error: unknown, file: string, text: string, faults: TemplateFaults): void {
  const { lineNumber, column, message } = error as { lineNumber?: number; column?: number; message: string };
  if (lineNumber !== undefined) {
    const place = { source: file, start: { line: lineNumber, column: column ?? 0 } };
    const what = message.replace(/ - \d+:\d+$/, '');
    const [, open, close] = /^(.+) doesn't match (.+)$/.exec(what) ?? [];
    if (open !== undefined && close !== undefined) faults.add(place, 'TEMPLATE_MISMATCH', { open, close });
    else faults.add(place, 'TEMPLATE_SYNTAX', { found: what.replace(/^Invalid path: /, '') });
    return;
  }
  const [heading = '', excerpt = '', marker = '', expected = ''] = message.split('\n');
  const isEnd = expected.endsWith("got 'EOF'");
  const unclosed =
    isEnd || text.lastIndexOf('{{') > text.lastIndexOf('}}') ? (lastOpen(text) ?? lastUnclosed(text)) : null;
  if (unclosed !== null) {
    const start = placeOf(text, unclosed.at);
    faults.add({ source: file, start }, 'TEMPLATE_UNCLOSED', { tag: unclosed.tag });
    return;
  }
  const line = Number(/line (\d+)/.exec(heading)?.[1] ?? 1);
  const at = offsetOf(text, line, excerpt, marker.indexOf('^'));
  const found = text.slice(at).split('\n')[0]?.slice(0, 20) ?? '';
  faults.add({ source: file, start: placeOf(text, at) }, 'TEMPLATE_SYNTAX', { found });
}

/** The last tag that begins and does not end. */
function lastOpen(text: string): { readonly tag: string; readonly at: number } | null {
  const at = text.lastIndexOf('{{');
  if (at < 0 || text.includes('}}', at)) return null;
  return { tag: text.slice(at).split('\n')[0]?.slice(0, 20).trimEnd() ?? '', at };
}

/** The last block that begins and does not end. */
function lastUnclosed(text: string): { readonly tag: string; readonly at: number } | null {
  const open: { tag: string; at: number }[] = [];
  // Comments may hold tags that mean nothing.
  const tags = text.replace(/\{\{~?!--.*?--~?\}\}|\{\{~?![^}]*\}\}/gs, (comment) => ' '.repeat(comment.length));
  for (const { 0: tag, 1: sort, index } of tags.matchAll(/\{\{~?([#/])[^}]*\}?\}?/g)) {
    if (sort === '#') open.push({ tag, at: index });
    else open.pop();
  }
  return open.at(-1) ?? null;
}

/**
 * The offset that the parser's excerpt points to, which is on the line or below: up to 20 characters on both sides,
 * without line breaks and with dots where it is cut.
 */
function offsetOf(text: string, line: number, excerpt: string, caret: number): number {
  const past = excerpt.slice(0, Math.max(0, caret)).replace(/^\.\.\./, '');
  const around = past + excerpt.slice(Math.max(0, caret)).replace(/\.\.\.$/, '');
  const kept = [...text.matchAll(/[^\n]/g)].map(({ index }) => index);
  const joined = text.replaceAll('\n', '');
  for (let at = joined.indexOf(around); at >= 0; at = joined.indexOf(around, at + 1)) {
    const offset = kept[at + past.length] ?? text.length;
    if (placeOf(text, offset).line >= line) return offset;
  }
  return text.split('\n', line - 1).join('\n').length + (line > 1 ? 1 : 0);
}

function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: before.at(-1)?.length ?? 0 };
}
