import type Handlebars from 'handlebars';
import { COMPILED, type CompiledTemplate } from './compiled-templates.ts';
import { escapeFor, type Format } from './escape.ts';
import { markupText } from './markup.ts';
import { locationOf, type Place } from './slim-code.ts';
import { LIST, NEED, PRINT, type TemplateNames } from './template-ast.ts';
import { compileTemplate } from './template-compile.ts';
import { hashOf, withoutCssHeader } from './template-copy.ts';
import { refuseFaulty, type TemplateFaults, templateFaults } from './template-faults.ts';
import { templateCompiler, templateRuntime } from './template-library.ts';
import { LENIENT, templateNames } from './template-names.ts';
import { formatOf, isTemplate, linesOf, partialName, type TemplateSource, type Templates } from './template-source.ts';

/** A pure function that a template calls by name; throws an error with a plain message when an argument is wrong. */
type Helper = (...values: readonly unknown[]) => unknown;

/** Helpers by name; those of `LENIENT` may be given data that is not there. */
export type Helpers = Readonly<Record<string, Helper>>;

/** What is printed for a value that is null. */
const NULL_TEXT = '—';

type Environment = typeof Handlebars;
interface CallOptions {
  readonly loc: Place;
}

/**
 * The text that the template `entry` (`report.html.hbs`) makes of plain JSON data.
 *
 * Values are escaped for the format of the entry; the data's own properties are all that a template sees. Throws a
 * `ConfigurationError` that tells every fault of the templates at once: syntax, unknown helpers and partials,
 * and names that the data does not have.
 */
export function renderTemplate(templates: Templates, entry: string, data: unknown, helpers: Helpers): string {
  const format = formatOf(entry);
  const faults = faultsOf(templates);
  const texts = [...templates].filter(([name]) => isTemplate(name) && formatOf(name) === format);
  const isCompiled = texts.every(([name, source]) => compiledOf(name, source) !== null);
  const environment = (isCompiled ? templateRuntime() : templateCompiler()).create();
  registerChecks(environment, format, faults);
  for (const [name, helper] of Object.entries(helpers)) registerHelper(environment, name, helper, faults);
  const names = templateNames(templates, format, Object.keys(helpers), faults);
  for (const [name, source] of texts) registerTemplate(environment, name, source, names);
  for (const [name, source] of templates) {
    if (isTemplate(name)) continue;
    environment.registerPartial(partialName(name), () => withinStyle(withoutCssHeader(source.text)));
  }
  const text = run(environment, partialName(entry), data, faults);
  refuseFaulty(faults.all());
  return text;
}

/** The faults of templates; those that were compiled before they were read say where by their names. */
function faultsOf(templates: Templates): TemplateFaults {
  const faults = templateFaults((file) => linesOf(templates, file));
  return {
    ...faults,
    add: (location, code, args) => {
      const { source = '' } = location;
      faults.add({ ...location, source: templates.get(source)?.file ?? source }, code, args);
    },
  };
}

/** A style sheet cannot end the element that it stands in. */
function withinStyle(css: string): string {
  return css.replaceAll('</', '<\\/');
}

function run(environment: Environment, entry: string, data: unknown, faults: TemplateFaults): string {
  const template = environment.partials[entry] as Handlebars.TemplateDelegate | undefined;
  if (!template) {
    faults.addToFile(entry, 'TEMPLATE_MISSING', { name: entry });
    return '';
  }
  try {
    return template(data, { allowProtoPropertiesByDefault: false, allowProtoMethodsByDefault: false });
  } catch (error) {
    if (error instanceof RangeError) faults.addToFile(entry, 'TEMPLATE_ENDLESS', {});
    else faults.addToFile(entry, 'TEMPLATE_FAILED', { detail: messageOf(error) });
    return '';
  }
}

/** What the build has made of a template; null when its text is another one. */
function compiledOf(name: string, { text }: TemplateSource): CompiledTemplate | null {
  const compiled = Object.hasOwn(COMPILED, name) ? COMPILED[name] : undefined;
  return compiled?.sha256 === hashOf(text) ? compiled : null;
}

function registerTemplate(environment: Environment, name: string, source: TemplateSource, names: TemplateNames): void {
  const compiled = compiledOf(name, source);
  const template = compiled ? environment.template(compiled.code) : compileTemplate(environment, source, names);
  environment.registerPartial(partialName(name), template);
}

/** The helpers that `checkedProgram` writes into every template. */
function registerChecks(environment: Environment, format: Format, faults: TemplateFaults): void {
  const need = (value: unknown, name: string, { loc }: CallOptions): unknown => {
    if (value === undefined) faults.add(locationOf(loc), 'TEMPLATE_DATA_UNKNOWN', { name, nearest: [], via: '' });
    return value;
  };
  environment.registerHelper(NEED, need);
  environment.registerHelper(LIST, (value: unknown, name: string, options: CallOptions) => {
    if (value !== null && value !== undefined && typeof value !== 'object') {
      faults.add(locationOf(options.loc), 'TEMPLATE_NOT_LIST', { name });
      return [];
    }
    return need(value, name, options);
  });
  environment.registerHelper(PRINT, (value: unknown, { loc }: CallOptions): string => {
    switch (typeof value) {
      case 'undefined':
        return '';
      case 'string':
        return escapeFor(format, value);
      case 'object': {
        const made = markupText(value);
        if (made !== null) return made;
        if (value !== null) faults.add(locationOf(loc), 'TEMPLATE_NOT_PRINTABLE', {});
        return NULL_TEXT;
      }
      default:
        return escapeFor(format, String(value));
    }
  });
}

/** Arguments that are undefined were told already; the helper is not called with them. */
function registerHelper(environment: Environment, name: string, helper: Helper, faults: TemplateFaults): void {
  environment.registerHelper(name, (...given: unknown[]) => {
    const { loc } = given.pop() as CallOptions;
    if (!LENIENT.has(name) && given.includes(undefined)) return undefined;
    try {
      return helper(...given);
    } catch (error) {
      faults.add(locationOf(loc), 'TEMPLATE_HELPER_FAILED', { name, detail: messageOf(error) });
      return undefined;
    }
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
