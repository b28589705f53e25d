import {
  type ExplainedCode,
  type ExplainedGroup,
  explainAll,
  explainCode,
  explanationTexts,
} from '../../message/explain.ts';
import { UsageError } from '../../model/errors.ts';
import type { FindingCode } from '../../model/finding.ts';
import { nearest } from '../../scheme/nearest.ts';
import type { Scheme } from '../../scheme/scheme.ts';
import { findingCodes } from '../../scheme/severities.ts';
import { visible } from '../../text/visible.ts';
import { displayWidth, padEnd } from '../../text/width.ts';
import { wrap } from '../../text/wrap.ts';
import { jsonLanguage, type Session } from '../session.ts';
import { sessionScheme } from '../session-scheme.ts';
import { textOrJson } from '../values.ts';

/** Widest lines on a terminal, as in the list of findings. */
const WIDEST = 110;

/** `huizong explain`: what a code or rule means, why it matters and what to do; without a code all of them. */
export async function explain(session: Session): Promise<number> {
  const { effects, options, operands, texts } = session;
  const isJson = textOrJson(options.format, texts.errors) === 'json';
  const scheme = await sessionScheme(session, options.scheme);
  const language = isJson ? jsonLanguage(session) : session.language;
  const [asked] = operands;
  if (asked === undefined) {
    const groups = explainAll(scheme, language);
    await effects.stdout.write(isJson ? json(groups.flatMap(({ codes }) => codes)) : list(groups, session));
  } else {
    const one = explainCode(known(asked, scheme, session), scheme, language);
    if (one !== null) await effects.stdout.write(isJson ? json(one) : page(one, session));
  }
  return 0;
}

/** The code that a user means; capitals do not matter. */
function known(asked: string, scheme: Scheme, { texts }: Session): FindingCode {
  const code = asked.normalize('NFKC').trim().toUpperCase();
  const codes = findingCodes(scheme);
  const found = codes.find((one) => one === code);
  if (found === undefined) throw new UsageError(texts.errors.unknownCode(asked, nearest(code, codes)));
  return found;
}

function json(value: unknown): string {
  return `${visible(JSON.stringify(value, null, 2))}\n`;
}

function list(groups: readonly ExplainedGroup[], { texts, paint }: Session): string {
  const all = groups.flatMap(({ codes }) => codes);
  const widest = Math.max(...all.map(({ code }) => code.length));
  const label = Math.max(...Object.values(texts.severity).map(displayWidth));
  const blocks = groups.map(({ title, codes }) => [
    paint.stdout.bold(title),
    ...codes.map(
      (one) => `  ${padEnd(one.code, widest)}  ${padEnd(texts.severity[one.severity], label)}  ${visible(one.title)}`,
    ),
  ]);
  return blocks.map((lines) => `${lines.join('\n')}\n`).join('\n');
}

function page({ code, severity, title, ...rest }: ExplainedCode, { texts, paint, language, effects }: Session): string {
  const { headings } = explanationTexts(language);
  const indent = Math.max(...Object.values(headings).map(displayWidth)) + 4;
  const { columns } = effects.stdout;
  const width = columns === null ? Number.MAX_SAFE_INTEGER : Math.min(columns, WIDEST);
  const lines = (['what', 'why', 'mend'] as const).flatMap((part) =>
    wrap(visible(rest[part]), Math.max(20, width - indent)).map(
      (line, at) => padEnd(at === 0 ? `  ${headings[part]}` : '', indent) + line,
    ),
  );
  return [`${paint.stdout.bold(code)}  ${texts.severity[severity]}  ${visible(title)}`, ...lines, ''].join('\n');
}
