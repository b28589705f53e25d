import type { TemplateState } from '../../message/ui-texts.ts';
import { DOCUMENTS, formatOf, isTemplate, partialName, type TemplateSource } from '../../render/template-source.ts';
import { stateOfCopy } from '../../render/workbook-copy.ts';
import { compareText } from '../../text/compare.ts';
import { visibleLine } from '../../text/visible.ts';
import { displayWidth, padEnd } from '../../text/width.ts';
import type { Session } from '../session.ts';
import { ownFiles, type SessionTemplates, sessionTemplates } from '../session-templates.ts';
import { textOrJson } from '../values.ts';

/** A part as the list shows it. */
interface ListedPart {
  readonly part: string;
  readonly format: string;
  /** A whole document rather than a part of one. */
  readonly document: boolean;
  readonly state: TemplateState;
  /** Path of the user's file; null for a built-in part. */
  readonly file: string | null;
}

/** `huizong template list`: the parts of the templates, and where each comes from. */
export async function templateList(session: Session): Promise<number> {
  const { effects, options, texts } = session;
  const format = textOrJson(options.format, texts.errors);
  const parts = await listed(await sessionTemplates(session, options.template));
  const text = format === 'json' ? JSON.stringify(parts, null, 2) : table(parts, session).join('\n');
  await effects.stdout.write(`${text}\n`);
  return 0;
}

async function listed(all: SessionTemplates): Promise<readonly ListedPart[]> {
  const own = new Map(ownFiles(all).map((source) => [source.name, source]));
  const parts: ListedPart[] = [];
  for (const name of [...all.templates.keys()].sort(compareText)) {
    const source = own.get(name);
    parts.push({
      part: partialName(name),
      format: isTemplate(name) ? formatOf(name) : name.slice(name.lastIndexOf('.') + 1),
      document: DOCUMENTS.some((document) => document === name),
      state: source ? await stateOf(source, all.builtin.get(name)) : 'builtin',
      file: source?.file ?? null,
    });
  }
  return parts;
}

async function stateOf(source: TemplateSource, builtin: TemplateSource | undefined): Promise<TemplateState> {
  const { kind, edited, stale } = await stateOfCopy(source, builtin);
  if (stale) return 'stale';
  return kind === 'own' ? 'own' : edited ? 'edited' : 'unchanged';
}

/** The user's own parts first to meet the eye: the built-in ones are dim. */
function table(parts: readonly ListedPart[], { texts, paint }: Session): readonly string[] {
  const { columns, builtin, states } = texts.template;
  const heading = [columns.part, columns.format, columns.from, columns.state];
  const rows = parts.map(({ part, format, file, state }) => [
    visibleLine(part),
    format,
    file === null ? builtin : visibleLine(file),
    file === null ? '' : states[state],
  ]);
  const widths = heading.map((_, at) => Math.max(...[heading, ...rows].map((row) => displayWidth(row[at] ?? ''))));
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => padEnd(cell, widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  return [
    paint.stdout.bold(line(heading)),
    ...rows.map((row, at) => (parts[at]?.file === null ? paint.stdout.dim(line(row)) : line(row))),
  ];
}
