import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ConfigurationError } from '../../src/model/errors.ts';
import { checkTemplates } from '../../src/render/check-templates.ts';
import { reportHelpers } from '../../src/render/helpers/report-helpers.ts';
import { renderHtml } from '../../src/render/html.ts';
import { builtinTemplateFolder, loadReportSchema, loadTemplates } from '../../src/render/load-templates.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { reportShape } from '../../src/render/schema-shape.ts';
import { renderTemplate } from '../../src/render/template.ts';
import { buildReport } from '../../src/report/build.ts';
import { visible } from '../../src/text/visible.ts';
import { bureauOf, smallCompilation, smallScheme, sourceOf } from '../support/compilation.ts';
import { htmlTags } from '../support/html.ts';
import { scheme } from '../support/returns.ts';

const templates = await loadTemplates([builtinTemplateFolder()]);

/** Names as an attacker would write them: pieces of every syntax that they pass through. */
const piece = fc.constantFrom(
  ...[
    '<b>',
    '</td></tr></table>',
    '<script>alert(1)</script>',
    '<!--',
    '-->',
    '&lt;',
    '&#x3D;',
    '"',
    "'",
    '`',
    '=',
    '<',
  ],
  ...[
    '**',
    '_',
    '[x](http://evil.example)',
    '![',
    '](',
    '|',
    '\\',
    '\\|',
    '# ',
    '- ',
    '1. ',
    '1) ',
    '> ',
    '~~',
    '$x$',
    '    ',
    '\t',
  ],
  ...[
    '{{title}}',
    '{{{title}}}',
    '{{> style.css}}',
    '{{/each}}',
    '{{',
    '}}',
    '\\{{',
    '{%',
    '<br>',
    'www.evil.example',
    'a@b.cn',
  ],
  ...[
    '\u202E',
    '\u2066',
    '\u200B',
    '\u0000',
    '\u001B[2J',
    '\uD800',
    '\u2028',
    '\r\n',
    '\n',
    '\n\n',
    '---',
    '甲协会',
    '𠮷',
    '　',
  ],
);
const hostile = fc.oneof(
  fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
);
const long = hostile.map((text) => text.repeat(Math.ceil(32_768 / Math.max(1, text.length))));

const NAMES = { file: 'x', text: '' };
const rendered = (file: string, text: string, name: string) =>
  renderTemplate(
    new Map([[file, { ...NAMES, text }]]),
    file,
    { name, names: [name] },
    reportHelpers({ ...model('甲') }),
  );

describe('a text of a return is that text', () => {
  test('in HTML, between tags and in attributes', () => {
    fc.assert(
      fc.property(hostile, (name) => {
        const page = rendered('x.html.hbs', '<p title="{{name}}">{{name}}</p>', name);
        expect(htmlTags(page).map((tag) => tag.name)).toEqual(['p']);
        const [, title = '', text = ''] = /^<p title="([^"]*)">([^<]*)<\/p>$/s.exec(page) ?? [];
        expect(htmlText(title)).toBe(visible(name));
        expect(htmlText(text)).toBe(visible(name));
      }),
    );
  });

  test('in Markdown: every mark is escaped, and taking the escapes away gives the text', () => {
    fc.assert(
      fc.property(hostile, (name) => {
        const line = rendered('x.md.hbs', '[{{name}}]', name).slice(1, -1);
        expect(line).not.toMatch(/[\r\n]/);
        const bare = line.replace(/\\[!-/:-@[-`{-~]/g, '').replaceAll('<br>', '');
        expect(bare).not.toMatch(/[\\`*_[\]<>#|~$&{}@]|:\/\/|www\./i);
        const lines = visible(name)
          .replace(/^(?: {4,}|\t)/gm, ' ')
          .replace(/\r\n?/g, '\n');
        expect(line.replaceAll('<br>', '\n').replace(/\\([!-/:-@[-`{-~])/g, '$1')).toBe(lines);
      }),
    );
  });

  test('through helpers and parts, too', () => {
    fc.assert(
      fc.property(hostile, (name) => {
        const plain = rendered('x.html.hbs', '{{name}}', name);
        expect(rendered('x.html.hbs', '{{list names}}{{#*inline "p"}}{{n}}{{/inline}}{{> p n=name}}', name)).toBe(
          plain + plain,
        );
      }),
    );
  });
});

describe('a report with hostile names', () => {
  const shapeOf = (page: string) => htmlTags(page).map(({ name, attributes }) => [name, Object.keys(attributes)]);
  const lines = renderMarkdown(model('甲协会'), templates).split('\n').length;
  const plain = shapeOf(renderHtml(model('甲协会'), templates)).filter(([name]) => name !== 'br');

  test.each([
    ['of every kind', hostile, 15],
    ['of 32k characters', long, 2],
  ])('%s has the tags of any other, and no hidden characters', (_kind, names, numRuns) => {
    fc.assert(
      fc.property(names, (name) => {
        const page = renderHtml(model(name), templates);
        expect(shapeOf(page).filter(([tag]) => tag !== 'br')).toEqual(plain);
        const text = renderMarkdown(model(name), templates);
        expect(`${page}${text}`).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200B\u2028]|\p{Cs}/u);
        expect(text.split('\n').length).toBe(lines);
      }),
      { numRuns },
    );
  });
});

test('no text is a template that throws anything but its faults, or hides them', async () => {
  const shape = reportShape(await loadReportSchema());
  const tag = fc.constantFrom(
    ...[
      '{{title}}',
      '{{x}}',
      '{{name}}',
      '{{this}}',
      '{{../name}}',
      '{{../../title}}',
      '{{@root.x}}',
      '{{@root.title}}',
      '{{a.name}}',
      '{{b}}',
    ],
    ...[
      '{{@index}}',
      '{{@../key}}',
      '{{num title}}',
      '{{num 1 2}}',
      '{{pct 1 2}}',
      '{{size tasks}}',
      '{{lookup this "name"}}',
      '{{lookup this 0}}',
    ],
    ...[
      '{{list (pluck indicators "id")}}',
      '{{first tasks 1}}',
      '{{> cell.md}}',
      '{{> cell.md this}}',
      '{{> p}}',
      '{{> p area}}',
      '{{> p name=title}}',
    ],
    ...[
      '{{> @partial-block}}',
      '{{constructor}}',
      '{{{title}}}',
      '{{lookup this "__proto__"}}',
      '{{log title}}',
      '{{default x 1}}',
      '\n',
      '甲',
      '{{',
      '{{/if}}',
    ],
  );
  // Loops over a group whose values are of several kinds can be judged only when they are rendered.
  const block = fc.constantFrom(
    ...[
      'if title',
      'unless x',
      'each tasks',
      'each indicators',

      'each activities.byTask',
      'with area',
      'with (lookup tasks 0)',
    ],
    ...[
      'each tasks as |a b|',
      '> p',
      '> cell.md',
      '> p area',
      '*inline "p"',
      'each (first regions 2)',
      'if (eq 1)',
      'nothing',
    ],
  );
  const { text: anyTemplate } = fc.letrec<{ text: string; block: string }>((tie) => ({
    text: fc
      .array(fc.oneof({ depthSize: 'small', withCrossShrink: true }, tag, tie('block')), { maxLength: 4 })
      .map((pieces) => pieces.join('')),
    block: fc.tuple(block, tie('text')).map(([open, inner]) => {
      const name = /^\*?(?:> )?([\w.]+)/.exec(open)?.[1];
      return `{{#${open}}}${inner}{{/${name}}}`;
    }),
  }));
  const data = model('甲协会');
  const parts = [...templates].filter(([name]) => name === 'cell.md.hbs');
  fc.assert(
    fc.property(anyTemplate, (text) => {
      const own = new Map([...parts, ['report.md.hbs', { file: 'report.md.hbs', text }]]);
      const { faults } = checkTemplates(own, ['report.md.hbs'], shape);
      let refused = false;
      try {
        renderTemplate(own, 'report.md.hbs', data, reportHelpers(data));
      } catch (error) {
        if (!(error instanceof ConfigurationError)) throw error;
        refused = true;
      }
      // What fails when it is rendered was told before.
      if (refused) expect(faults).not.toEqual([]);
    }),
    { numRuns: 500 },
  );
});

function model(name: string) {
  const compilation = smallCompilation({
    bureaus: [bureauOf('100100', name, 'missing'), bureauOf('100300', name, 'accepted', { files: [name] })],
    unknownSenders: [{ file: name, name }],
    sources: [sourceOf(name, null, 1, 0)],
  });
  return buildReport(compilation, smallScheme(scheme), { version: '0.1.0', language: 'zh-CN' });
}

function htmlText(markup: string): string {
  const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" };
  return markup.replace(/&(\w+|#39);/g, (entity, name: string) => entities[name] ?? entity);
}
