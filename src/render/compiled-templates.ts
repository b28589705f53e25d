/** A built-in template as Handlebars has compiled it. */
export interface CompiledTemplate {
  /** Of the text that it was compiled of. */
  readonly sha256: string;
  /** What `Handlebars.template` takes. */
  readonly code: TemplateSpecification;
}

/**
 * The built-in templates by file name, so that no run has to compile them: none here, `npm run build` writes them in the
 * place of this module (`scripts/compile-templates.mjs`).
 */
export const COMPILED: Readonly<Record<string, CompiledTemplate>> = {};
