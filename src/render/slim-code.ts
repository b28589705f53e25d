import type { TemplateLocation } from './template-faults.ts';

/** Where something stands in a template, as slim code says it: `cell.html.hbs:1:29`. */
export type Place = TemplateLocation | string;

const LOCATION =
  /"loc":\{"source":"([^"\\]*)","start":\{"line":(\d+),"column":(\d+)\},"end":\{"line":\d+,"column":\d+\}\}/g;
const PLAIN_CALL = /\{"name":"\w+","hash":\{\},"data":data,("loc":"[^"]*")\}/g;
const OWN_HELPER = /lookupProperty\(helpers,"(\w+)"\)/g;
/** The line break is one of the code: in a text it would be written as an escape. */
const FALLBACK =
  /(lookupProperty = container\.lookupProperty) \|\| function\(parent, propertyName\) \{\n[^}]*\}[^}]*\}/g;

/**
 * The code of a template without what only costs: Handlebars makes three objects at each call that say where it stands, gives
 * helpers without a block what only those with one use, looks each helper up like data, and brings along what older runtimes
 * lacked. That is half of the code, and of what a report of texts allocates.
 */
export function slimCode(code: string): string {
  return code
    .replace(LOCATION, '"loc":"$1:$2:$3"')
    .replace(PLAIN_CALL, '{$1}')
    .replace(OWN_HELPER, 'helpers.$1')
    .replace(FALLBACK, '$1');
}

/** The location that a call of a helper names. */
export function locationOf(place: Place): TemplateLocation {
  if (typeof place !== 'string') return place;
  const [, source = '', line, column] = /^(.*):(\d+):(\d+)$/.exec(place) ?? [];
  return { source, start: { line: Number(line), column: Number(column) } };
}
