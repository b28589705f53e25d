import { format } from '../../decimal/decimal.ts';
import type { Draft, Target } from '../../entry/draft.ts';
import type { DraftFinding } from '../../entry/judge-draft.ts';
import { describeFinding } from '../../message/describe.ts';
import type { FillTexts } from '../../message/fill-texts.ts';
import { nameOfId } from '../../message/subject.ts';
import { wholeValue } from '../../model/holding.ts';
import { previousPeriod } from '../../period/period.ts';
import type { JudgeContext } from '../../pipeline/judge-return.ts';
import { visible } from '../../text/visible.ts';
import { wrap } from '../../text/wrap.ts';
import type { Dialogue } from '../dialogue.ts';
import type { Session } from '../session.ts';
import type { DraftStore } from './draft-store.ts';

/** What a return is typed in with. */
export interface Filling {
  readonly session: Session;
  readonly texts: FillTexts;
  readonly dialogue: Dialogue;
  readonly context: JudgeContext;
  readonly store: DraftStore;
}

/** What findings and places are put into words with. */
export type Words = Pick<Filling, 'session' | 'texts' | 'context'>;

/** What comes after a question: the next one, the one before, the menu, or another place. */
export interface Step {
  readonly draft: Draft;
  readonly to: 'next' | 'back' | 'menu' | Target;
}

/** Widest lines: longer ones are hard to read. */
const WIDEST = 100;

/** Says something above the next question, in lines as wide as the terminal; `paint` colours them. */
export async function tell(
  { session }: Pick<Filling, 'session'>,
  text: string,
  paint: (line: string, at: number) => string = (line) => line,
): Promise<void> {
  const { stderr } = session.effects;
  const width = Math.min(stderr.columns ?? WIDEST, WIDEST);
  const lines = visible(text)
    .split('\n')
    .flatMap((line) => wrapped(line, width));
  await stderr.write(`${lines.map(paint).join('\n')}\n`);
}

/** Says what of a return that is corrected has no place in the new version. */
export async function tellLeftOut(
  session: Session,
  { leftOut, leftColumns }: { readonly leftOut: number; readonly leftColumns: readonly string[] },
): Promise<void> {
  const { fill } = session.texts;
  if (leftOut > 0) await tell({ session }, fill.leftOut(leftOut));
  if (leftColumns.length > 0) await tell({ session }, fill.leftColumns(leftColumns));
}

/** A line that begins with spaces goes on below them. */
function wrapped(line: string, width: number): readonly string[] {
  const indent = /^ */.exec(line)?.[0] ?? '';
  return wrap(line.slice(indent.length), Math.max(width - indent.length, 10)).map((part) => indent + part);
}

/** The name of an id of the scheme in the language of the session. */
export function nameOf({ session, context }: Pick<Filling, 'session' | 'context'>, id: string): string {
  return nameOfId(id, context.scheme, session.language);
}

/** Says a finding and what to do about it, with its sign; the colour says nothing that the word does not. */
export async function tellFinding({ session, context, texts }: Words, { finding }: DraftFinding): Promise<void> {
  const { message, hint } = describeFinding(finding, context.scheme, session.language);
  const isError = finding.severity === 'error';
  const { red, yellow } = session.paint.stderr;
  const [sign, colour] = isError ? [texts.error, red] : [texts.warning, yellow];
  const text = `${sign} ${message}${hint === '' ? '' : `\n  → ${hint}`}`;
  await tell({ session }, text, (line, at) => (at === 0 ? colour(sign) + line.slice(sign.length) : line));
}

/** The value of the period before; null where there is none. */
export function previousValue({ context }: Pick<Filling, 'context'>, region: string, indicator: string): string | null {
  const before = previousPeriod(context.period);
  const parts = before === null ? undefined : context.known.get(before.id)?.value;
  const value = wholeValue(parts?.get(indicator)?.get(region));
  return value === null ? null : format(value);
}

/** Keeps a draft on disk, and gives it back. */
export async function kept({ store }: Pick<Filling, 'store'>, draft: Draft): Promise<Draft> {
  await store.save(draft);
  return draft;
}
