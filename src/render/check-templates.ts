import type { Fault } from '../model/errors.ts';
import type { Format } from './escape.ts';
import { SIGNATURES } from './helpers/signatures.ts';
import { checkedProgram, inlinePartials } from './template-ast.ts';
import { type TemplateFaults, templateFaults } from './template-faults.ts';
import { templateNames } from './template-names.ts';
import type { Shape } from './template-shape.ts';
import { formatOf, isTemplate, linesOf, partialName, type Templates, WORKBOOK } from './template-source.ts';
import { parseTemplate } from './template-syntax.ts';
import { MOST_PROGRAMS, walkTemplate } from './template-walk.ts';

/** What came of judging templates without rendering them. */
export interface CheckedTemplates {
  readonly faults: readonly Fault[];
  /** File names of templates that no document calls. */
  readonly unused: readonly string[];
}

/**
 * All faults of the templates of the documents' formats, told at once.
 *
 * @param documents file names of whole documents (`report.md.hbs`).
 * @param data what the documents are given.
 * @param indicators ids that the scheme has; null when it is not known.
 */
export function checkTemplates(
  templates: Templates,
  documents: readonly string[],
  data: Shape,
  indicators: readonly string[] | null = null,
): CheckedTemplates {
  const faults = templateFaults((file) => linesOf(templates, file));
  // A workbook is judged by itself.
  const texts = documents.filter((document) => document !== WORKBOOK);
  const unused = [...new Set(texts.map(formatOf))].flatMap((format) => {
    const own = texts.filter((document) => formatOf(document) === format);
    return checkFormat(templates, format, own, { data, indicators }, faults);
  });
  return { faults: faults.all(), unused };
}

/** Judges the templates of one format; returns those that none of the documents calls. */
function checkFormat(
  templates: Templates,
  format: Format,
  documents: readonly string[],
  { data, indicators }: { readonly data: Shape; readonly indicators: readonly string[] | null },
  faults: TemplateFaults,
): readonly string[] {
  const names = templateNames(templates, format, Object.keys(SIGNATURES), faults);
  const files = [...templates.keys()].filter((name) => isTemplate(name) && formatOf(name) === format);
  const programs = new Map<string, hbs.AST.Program>();
  for (const file of files) {
    const source = templates.get(file);
    const program = source && parseTemplate(source, faults);
    if (!program) continue;
    // Rewriting tells what is wrong with the template whatever the data.
    checkedProgram(program, names);
    programs.set(partialName(file), program);
  }
  const walk = {
    programs,
    inlines: new Set([...programs.values()].flatMap((program) => [...inlinePartials(program)])),
    signatures: SIGNATURES,
    indicators,
    root: data,
    faults,
    reached: new Set<string>(),
    seen: new Set<string>(),
    left: MOST_PROGRAMS,
  };
  for (const document of documents) {
    if (!templates.has(document)) faults.addToFile(document, 'TEMPLATE_MISSING', { name: document });
    walkTemplate(partialName(document), data, walk);
  }
  const unused = files.filter((file) => !walk.reached.has(partialName(file)));
  for (const file of unused) walkTemplate(partialName(file), null, walk);
  return unused;
}
