import type { Explanation } from '../../message/explanation.ts';
import type { UiTexts } from '../../message/ui-texts.ts';
import type { FindingCode, Severity } from '../../model/finding.ts';
import type { ReportFinding, ReportModel } from '../../report/model.ts';
import { compareText } from '../../text/compare.ts';
import { jsonParts } from '../json-parts.ts';
import { bureauName, cellsText, entriesByBureau, problemText, remedyText } from './entry.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const LEVEL: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };
/** Ranges of cells told in a message. */
const RANGES = 4;
/** Down to the single results, which are printed whole. */
const OPEN = 4;

/**
 * The findings as SARIF 2.1.0, a result an entry.
 *
 * A sheet has no lines, so the place stands in three fields: `region.startLine` and `endLine` are the rows of the first
 * range, `logicalLocations` names sheet and cells (`台账!H12`), `properties` holds sheet, all ranges and the bureau.
 * Paths are relative and percent-encoded. Rules hold what `explain` says of their codes. Fingerprints know no row, so that a corrected file matches the one before.
 */
export function* findingsSarif(
  model: ReportModel,
  texts: UiTexts,
  language: string,
  explain: (code: FindingCode) => Explanation | null,
): Iterable<string> {
  const codes = [...new Map(model.findings.map(({ code, severity }) => [code, severity]))];
  const rules = codes.sort(([a], [b]) => compareText(a, b));
  const index = new Map(rules.map(([code], at) => [code, at]));
  const run = {
    tool: {
      driver: {
        name: model.tool.name,
        version: model.tool.version,
        language,
        rules: rules.map(([id, severity]) => ({
          id,
          ...descriptions(explain(id)),
          defaultConfiguration: { level: LEVEL[severity] },
        })),
      },
    },
    artifacts: model.sources.map(({ file, sha256 }) => ({
      location: { uri: uriOf(file) },
      ...(sha256 === '' ? {} : { hashes: { 'sha-256': sha256 } }),
    })),
    results: results(model, index, texts),
    columnKind: 'utf16CodeUnits',
  };
  yield* jsonParts({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, OPEN);
  yield '\n';
}

/** What a code means, whatever a cell says. */
function descriptions(explained: Explanation | null): Record<string, { readonly text: string }> {
  if (explained === null) return {};
  const { title, what, why, mend } = explained;
  return {
    shortDescription: { text: plainMessage(title) },
    fullDescription: { text: plainMessage(`${what}\n${why}`) },
    help: { text: plainMessage(mend) },
  };
}

function* results(
  model: ReportModel,
  index: ReadonlyMap<string, number>,
  texts: UiTexts,
): Iterable<Record<string, unknown>> {
  for (const { bureau, entries } of entriesByBureau(model)) {
    const name = bureauName(bureau, model, texts);
    for (const entry of entries) yield result(entry, name, index, texts);
  }
}

function result(
  entry: ReportFinding,
  name: string,
  index: ReadonlyMap<string, number>,
  texts: UiTexts,
): Record<string, unknown> {
  const { code, severity, file, sheet, cells, count, bureau, region, column, indicator, explained } = entry;
  const told = cellsText(entry, RANGES) + (count > 1 ? texts.places(count) : '');
  const lines = [
    [name, told].filter((part) => part !== '').join(' '),
    ...problemText(entry, texts),
    remedyText(entry, texts),
  ];
  const [first] = cells;
  return {
    ruleId: code,
    ruleIndex: index.get(code),
    level: LEVEL[severity],
    message: { text: plainMessage(lines.filter((line) => line !== '').join('\n')) },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: uriOf(file) }, ...regionOf(first) },
        ...(sheet === null && first === undefined ? {} : { logicalLocations: [logical(sheet, first)] }),
      },
    ],
    occurrenceCount: count,
    partialFingerprints: { 'huizong/v1': [code, bureau ?? '', column ?? indicator ?? ''].join('/') },
    ...(explained === null
      ? {}
      : { suppressions: [{ kind: 'external', status: 'accepted', justification: explained.reason }] }),
    properties: { bureau, region, sheet, cells, column, indicator },
  };
}

function logical(sheet: string | null, cell: string | undefined): Record<string, string> {
  const name = cell ?? sheet ?? '';
  const full = [sheet, cell].filter((part) => part !== null && part !== undefined).join('!');
  return { name, fullyQualifiedName: full, kind: cell === undefined ? 'module' : 'member' };
}

/** What would be a link in a message (`[text](target)`) stays text. */
function plainMessage(text: string): string {
  return text.replace(/\[(?=[^\]]*\]\()/g, '\\[');
}

/** Rows of a range; a range of whole columns has none. */
function regionOf(range: string | undefined): { readonly region?: Record<string, number> } {
  const [from, to = from] = (range ?? '').split(':').map((corner) => Number(corner.replace(/^[A-Z]+/, '')));
  return from ? { region: { startLine: from, endLine: to ?? from } } : {};
}

/** A path as a relative URI: every segment percent-encoded, lone surrogates replaced. */
function uriOf(file: string): string {
  return file
    .split('/')
    .map((segment) => encodeURIComponent(segment.replace(/\p{Cs}/gu, '\uFFFD')))
    .join('/');
}
