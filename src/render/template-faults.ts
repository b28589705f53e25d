import { templateFaultText } from '../message/en/template-faults.ts';
import { ConfigurationError, type Fault } from '../model/errors.ts';
import type { TemplateFaultArgs, TemplateFaultCode } from '../model/template-fault.ts';
import { compareText } from '../text/compare.ts';
import { visibleLine } from '../text/visible.ts';

/** A position in a template as Handlebars gives it: line from 1, column from 0. */
export interface TemplateLocation {
  readonly source?: string;
  readonly start: { readonly line: number; readonly column: number };
}

/** Collects what is wrong with templates, each fault once, so that all are told together. */
export interface TemplateFaults {
  add<C extends TemplateFaultCode>(location: TemplateLocation, code: C, args: TemplateFaultArgs[C]): void;
  /** A fault of a whole file. */
  addToFile<C extends TemplateFaultCode>(file: string, code: C, args: TemplateFaultArgs[C]): void;
  /** By file, line and column. */
  all(): readonly Fault[];
}

/** An empty collection; `linesOf` gives the lines of a template file, for the excerpt under a fault. */
export function templateFaults(linesOf: (file: string) => readonly string[]): TemplateFaults {
  const faults = new Map<string, Fault>();
  return {
    add(location, code, args) {
      const file = location.source ?? '';
      const { line, column } = location.start;
      const text = templateFaultText(code, args);
      const written = linesOf(file)[line - 1] ?? '';
      faults.set(`${file}:${line}:${column} ${text}`, {
        ...{ file, line, text, code, args: { ...args } },
        column: [...written.slice(0, column)].length + 1,
        excerpt: excerptAt(written, column),
      });
    },
    addToFile(file, code, args) {
      const text = templateFaultText(code, args);
      faults.set(`${file} ${text}`, { file, line: null, text, code, args: { ...args } });
    },
    all: () =>
      [...faults.values()].sort(
        (a, b) =>
          compareText(a.file, b.file) ||
          (a.line ?? 0) - (b.line ?? 0) ||
          (a.column ?? 0) - (b.column ?? 0) ||
          compareText(a.text, b.text),
      ),
  };
}

/** Throws a `ConfigurationError` with the faults, if there are any. */
export function refuseFaulty(faults: readonly Fault[]): void {
  if (faults.length > 0) throw faultyTemplates(faults);
}

/** What templates with these faults are refused with. */
export function faultyTemplates(faults: readonly Fault[]): ConfigurationError {
  const count = faults.length === 1 ? 'a fault' : `${faults.length} faults`;
  return new ConfigurationError(`the templates have ${count}`, faults, {
    problem: { code: 'TEMPLATES_FAULTY', args: { faults: faults.length } },
  });
}

/** Width of the excerpt under a fault. */
const EXCERPT = 80;

/** The line around the column, and a line with a caret under it. */
function excerptAt(line: string, column: number): readonly [string, string] {
  const from = Math.max(0, column - EXCERPT / 2);
  const shown = (text: string) => visibleLine(text.replaceAll('\t', ' '));
  const before = [...shown(line.slice(from, column))].map((one) => (one > '\u2E80' ? '\u3000' : ' ')).join('');
  return [shown(line.slice(from, from + EXCERPT)), `${before}^`];
}
