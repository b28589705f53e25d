import { describeScheme, type SchemeDescription } from '../../scheme/describe-scheme.ts';
import { displayWidth, padEnd } from '../../text/width.ts';
import type { Session } from '../session.ts';
import { sessionScheme } from '../session-scheme.ts';
import { textOrJson } from '../values.ts';

/** `huizong scheme show`: tasks with their indicators and activity types, the ledger's columns, the rules. */
export async function schemeShow(session: Session): Promise<number> {
  const { effects, options, operands, texts } = session;
  const format = textOrJson(options.format, texts.errors);
  const description = describeScheme(await sessionScheme(session, operands[0]));
  const text = format === 'json' ? JSON.stringify(description, null, 2) : lines(description, session).join('\n');
  await effects.stdout.write(`${text}\n`);
  return 0;
}

function lines({ id, version, title, tasks, columns, rules }: SchemeDescription, session: Session): readonly string[] {
  const { texts, language, paint } = session;
  const bold = (text: string) => paint.stdout.bold(text);
  const named = (one: { readonly name: string; readonly nameEn: string }) =>
    language === 'en' ? one.nameEn || one.name : one.name;
  return [
    bold(texts.schemeHeading(id, version, title)),
    ...tasks.flatMap((task) => [
      '',
      bold(`${task.id}  ${named(task)}`),
      ...table(
        task.indicators.map((one) => [
          one.id,
          named(one),
          one.unit,
          texts.kind[one.kind],
          texts.tier[one.tier],
          one.rollup?.method ?? '',
        ]),
      ),
      ...table(task.activityTypes.map((one) => [one.id, named(one)])),
    ]),
    '',
    bold(texts.schemeParts.columns),
    ...table(columns.map((one) => [one.id, named(one), one.unit, one.type])),
    '',
    bold(texts.schemeParts.rules),
    ...table(
      rules.map((one) => [
        one.id,
        texts.severity[one.severity],
        one.formula,
        language === 'en' ? one.messageEn || one.message : one.message,
      ]),
    ),
  ];
}

/** Rows as aligned columns. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => displayWidth(row[at] ?? ''))));
  return rows.map((row) => `  ${row.map((cell, at) => padEnd(cell, widths[at] ?? 0)).join('  ')}`.trimEnd());
}
