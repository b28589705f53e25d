import type { Format } from './escape.ts';
import type { TemplateNames } from './template-ast.ts';
import type { TemplateFaults } from './template-faults.ts';
import { formatOf, isTemplate, partialName, type Templates, WORKBOOK } from './template-source.ts';

/** Helpers that may be given data that is not there. */
export const LENIENT: ReadonlySet<string> = new Set(['default']);

/** What templates of a format may call. */
export function templateNames(
  templates: Templates,
  format: Format,
  helpers: readonly string[],
  faults: TemplateFaults,
): TemplateNames {
  const usable = [...templates.keys()].filter(
    (name) => name !== WORKBOOK && (!isTemplate(name) || formatOf(name) === format),
  );
  return {
    helpers: new Set(helpers),
    lenient: LENIENT,
    partials: new Set(usable.map(partialName)),
    faults,
  };
}
