import type { UiTexts } from '../../message/ui-texts.ts';
import type { ReportFinding, ReportModel } from '../../report/model.ts';
import { visible } from '../../text/visible.ts';
import { type BureauEntries, bureauName, cellsText, entriesByBureau, problemText, remedyText } from './entry.ts';

/** Ranges of cells told in a name. */
const RANGES = 4;

/**
 * The findings as JUnit XML: a suite a bureau, a case an entry; errors are failures, warnings and notices pass and say
 * their text. A file without errors is a case that passes, so that a clean bureau shows as such.
 */
export function* findingsJunit(model: ReportModel, texts: UiTexts): Iterable<string> {
  const suites = withFiles(model);
  const tests = suites.reduce((sum, { entries, clean }) => sum + entries.length + clean.length, 0);
  const failures = suites.reduce((sum, { entries }) => sum + failed(entries), 0);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites name="huizong" tests="${tests}" failures="${failures}" errors="0">\n`;
  for (const { bureau, entries, clean } of suites) {
    const name = escaped(bureauName(bureau, model, texts));
    const counts = `tests="${entries.length + clean.length}" failures="${failed(entries)}" errors="0" skipped="0"`;
    yield `  <testsuite name="${name}" ${counts}>\n`;
    for (const file of clean) yield `    <testcase classname="${escaped(file)}" name="${texts.noErrors}"/>\n`;
    for (const entry of entries) yield testCase(entry, texts);
    yield '  </testsuite>\n';
  }
  yield '</testsuites>\n';
}

interface Suite extends Pick<BureauEntries, 'bureau' | 'entries'> {
  /** Files without errors. */
  readonly clean: readonly string[];
}

/** Bureaus with findings first, as in every format, then those that only sent clean files. */
function withFiles(model: ReportModel): readonly Suite[] {
  const wrong = new Set(model.findings.filter(fails).map(({ file }) => file));
  const clean = new Map<string | null, string[]>();
  for (const { file, bureau } of model.sources) {
    if (!wrong.has(file)) clean.set(bureau, [...(clean.get(bureau) ?? []), file]);
  }
  const found = entriesByBureau(model).map(({ bureau, entries }) => ({ bureau, entries }));
  const others = [...clean.keys()].filter((bureau) => !found.some((one) => one.bureau === bureau));
  return [...found, ...others.map((bureau) => ({ bureau, entries: [] }))].map((suite) => ({
    ...suite,
    clean: clean.get(suite.bureau) ?? [],
  }));
}

function failed(entries: readonly ReportFinding[]): number {
  return entries.filter(fails).length;
}

function fails({ severity, explained }: ReportFinding): boolean {
  return severity === 'error' && explained === null;
}

function testCase(entry: ReportFinding, texts: UiTexts): string {
  const place = cellsText(entry, RANGES) + (entry.count > 1 ? texts.places(entry.count) : '');
  const name = escaped([entry.code, place].filter((part) => part !== '').join(' '));
  const open = `    <testcase classname="${escaped(entry.file)}" name="${name}">`;
  const text = escaped(
    [cellsText(entry), ...problemText(entry, texts), remedyText(entry, texts)].join('\n'),
    'content',
  );
  const body = fails(entry)
    ? `<failure type="${escaped(entry.code)}" message="${escaped(entry.message)}">${text}</failure>`
    : `<system-out>${escaped(texts.severity[entry.severity])}\n${text}</system-out>`;
  return `${open}${body}</testcase>\n`;
}

const XML: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Text of an attribute or element; what XML cannot hold is spelled out or replaced. */
function escaped(text: string, where: 'attribute' | 'content' = 'attribute'): string {
  const marks = where === 'attribute' ? /[&<>"'\t\n\r]/g : /[&<>"'\r]/g;
  return visible(text)
    .replace(/[\uFFFE\uFFFF]/g, '\uFFFD')
    .replace(marks, (mark) => XML[mark] ?? mark);
}
