import { ConfigurationError } from '../model/errors.ts';

/** A position in a template as Handlebars gives it: line from 1, column from 0. */
export interface TemplateLocation {
  readonly source?: string;
  readonly start: { readonly line: number; readonly column: number };
}

/** Collects what is wrong with templates, each fault once, so that all are told together. */
export interface TemplateFaults {
  add(location: TemplateLocation | null, text: string, file?: string): void;
  /** Throws a `ConfigurationError` with all faults, if there are any. */
  throwAny(): void;
}

/** An empty collection; `linesOf` gives the lines of a template file, for the excerpt under a fault. */
export function templateFaults(linesOf: (file: string) => readonly string[]): TemplateFaults {
  const faults = new Map<string, { file: string; line: number | null; text: string }>();
  return {
    add(location, text, file) {
      const where = file ?? location?.source ?? '';
      if (location === null) {
        faults.set(`${where} ${text}`, { file: where, line: null, text });
        return;
      }
      const { line, column } = location.start;
      const excerpt = excerptAt(linesOf(where)[line - 1] ?? '', column);
      faults.set(`${where}:${line}:${column} ${text}`, {
        file: where,
        line,
        text: `column ${column + 1}: ${text}\n${excerpt}`,
      });
    },
    throwAny() {
      if (faults.size === 0) return;
      const count = faults.size === 1 ? 'a fault' : `${faults.size} faults`;
      throw new ConfigurationError(`the templates have ${count}`, [...faults.values()]);
    },
  };
}

/** Width of the excerpt under a fault. */
const EXCERPT = 100;

/** The line around the column with a caret under it. */
function excerptAt(line: string, column: number): string {
  const from = Math.max(0, column - EXCERPT / 2);
  const shown = line.slice(from, from + EXCERPT);
  const before = [...line.slice(from, column)].map((character) => (character > '\u2E80' ? '\u3000' : ' ')).join('');
  return `    ${shown}\n    ${before}^`;
}
