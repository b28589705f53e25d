import type Handlebars from 'handlebars';
import { slimCode } from './slim-code.ts';
import { checkedProgram, LIST, NEED, PRINT, type TemplateNames } from './template-ast.ts';
import { hashOf } from './template-copy.ts';
import { refuseFaulty, templateFaults } from './template-faults.ts';
import { templateCompiler } from './template-library.ts';
import { templateNames } from './template-names.ts';
import { formatOf, isTemplate, linesOf, type TemplateSource, type Templates } from './template-source.ts';
import { parseTemplate } from './template-syntax.ts';

/** A template as a function; an empty one, with faults, when it is not well-formed. */
export function compileTemplate(
  environment: typeof Handlebars,
  source: TemplateSource,
  names: TemplateNames,
): Handlebars.TemplateDelegate {
  const program = parseTemplate(source, names.faults);
  return environment.compile(program ? checkedProgram(program, names) : '', compileOptions(names.helpers));
}

/** A template as code, which `COMPILED` keeps. */
export interface TemplateCode {
  readonly name: string;
  readonly sha256: string;
  /** What `Handlebars.template` takes, as JavaScript. It names the template where it says where in it something stands. */
  readonly code: string;
}

/** The templates as code; `helpers` are the names of what they may call. Throws a `ConfigurationError` with their faults. */
export function templateCodes(templates: Templates, helpers: readonly string[]): readonly TemplateCode[] {
  const faults = templateFaults((file) => linesOf(templates, file));
  const codes = [...templates].flatMap(([name, { text }]): readonly TemplateCode[] => {
    if (!isTemplate(name)) return [];
    const names = templateNames(templates, formatOf(name), helpers, faults);
    const program = parseTemplate({ file: name, text }, faults);
    if (!program) return [];
    const code = String(templateCompiler().precompile(checkedProgram(program, names), compileOptions(names.helpers)));
    return [{ name, sha256: hashOf(text), code: slimCode(code) }];
  });
  refuseFaulty(faults.all());
  return codes;
}

function compileOptions(helpers: ReadonlySet<string>): CompileOptions {
  const known = [...Object.keys(templateCompiler().helpers), PRINT, NEED, LIST, ...helpers];
  return {
    knownHelpers: Object.fromEntries(known.map((helper) => [helper, true])),
    knownHelpersOnly: true,
    noEscape: true,
    preventIndent: true,
  };
}
