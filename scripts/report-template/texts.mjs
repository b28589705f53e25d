// Longer texts of the template.
import { readFileSync } from 'node:fs';

/** A part of the text templates, put into one cell: workbooks call no parts. */
function part(name) {
  const text = readFileSync(new URL(`../../templates/${name}.hbs`, import.meta.url), 'utf8');
  return text
    .trim()
    .replace(/\{\{~!.*?~\}\}$/, '')
    .replace(/\{\{> ([\w.-]+)\}\}/g, (_call, inner) => part(inner));
}

export const COVERAGE = part('coverage-sentence.md');

/** The sentences of a group that has some, `at` being its path; each begins with `start`. */
export function sentences(at, start) {
  const opening = `{{#each ${at}}}`;
  return part('sentence.md').replace('{{#each sentence.parts}}', opening + start);
}

/** What a row of the area lacks, and what its rates leave out or have for a base, beyond what is said of all rows. */
export const NOTES = [
  '{{#if (given value)}}{{lacks further.lacks @root.views.common.lacks}}',
  '{{#if @root.views.compared.ytd}}{{#if (without ytdLacks lacks)}}本年累计{{lacks (without ytdLacks lacks)}}{{/if}}{{/if}}',
  '{{#each @root.views.comparisons}}{{#if (given (lookup ../this rate))}}{{#if (lookup ../further rate)}}',
  '（{{#if (eq figure "ytd")}}累计{{/if}}{{lookup @root.labels.rates rate}}为可比口径，{{#if (lookup @root.views.common rate)}}另{{/if}}不含{{names (lookup ../further rate)}}）',
  '{{/if}}{{else if (eq (lookup ../this base) 0)}}',
  '（{{#if (eq figure "ytd")}}累计{{/if}}{{lookup @root.labels.rates rate}}基数为0）{{/if}}{{/each}}{{/if}}',
].join('');

/** What a region lacks. */
export const LACKS = '{{lacks lacks}}';

/** What single figures of a region lack beyond that; `columns` is the path of their columns from a cell. */
export function furtherNotes(columns) {
  return `{{#each cells}}{{#if (given value)}}{{#if further}}{{lookup (lookup ${columns} @index) "name"}}{{lacks further ../lacks}}{{/if}}{{/if}}{{/each}}`;
}

export const HEADLINE_NOTES = [
  '{{#if (given headline.value)}}{{#if headline.further}}{{../headline.name}}{{lacks headline.further lacks}}{{/if}}',
  '{{#if @root.views.compared.yearAgo}}{{#if headline.comparedWithout.yoy}}（同比为可比口径，不含{{names headline.comparedWithout.yoy}}）{{/if}}{{/if}}{{/if}}',
].join('');

export const INCOMPLETE = '{{labels.notes.incomplete}}点击数字可以看到“明细数据”中的这一行。';

/** What all rows of the area lack and leave out; a row of its own that is not there when there is nothing. */
export const COMMON = [
  '{{#if (or views.common.lacks views.common.qoq views.common.yoy views.common.ytdYoy)}}{{#with views.common}}',
  '{{#if lacks}}{{@root.views.words.whole}}各项合计缺{{list lacks}}。{{/if}}{{#if qoq}}环比按可比口径计算，不含{{list qoq}}。{{/if}}',
  '{{#if yoy}}同比按可比口径计算，不含{{list yoy}}。{{/if}}',
  '{{#if ytdYoy}}{{#if @root.views.compared.ytd}}累计同比按可比口径计算，不含{{list ytdYoy}}。{{/if}}{{/if}}{{/with}}{{/if}}',
].join('');

export const ACTIVITIES =
  '活动台账共{{num activities.read}}条，计入{{num activities.counted}}条（涉及活动{{num activities.events}}项），未计入{{num activities.setAside}}条。';

/** A bureau by its code, which may be missing. */
export const BUREAU = '{{#if bureau}}{{region bureau}}{{else}}{{@root.labels.unknownBureau}}{{/if}}';

/** Words of a list of forms. */
export function forms(list) {
  return `{{#if (size ${list})}}{{#each ${list}}}{{#unless @first}}、{{/unless}}{{lookup @root.labels.form this}}{{/each}}{{/if}}`;
}
