import { createRequire } from 'node:module';
import type Handlebars from 'handlebars';

type Library = typeof Handlebars;

const require = createRequire(import.meta.url);

/** Handlebars with its compiler, loaded only where a template has to be read: built-in ones are compiled already. */
export function templateCompiler(): Library {
  return require('handlebars') as Library;
}

/** What compiled templates need of Handlebars. */
export function templateRuntime(): Library {
  return require('handlebars/runtime') as Library;
}
