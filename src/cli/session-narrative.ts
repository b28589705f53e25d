import { join } from 'node:path';
import { UsageError } from '../model/errors.ts';
import type { Narrative } from '../model/narrative.ts';
import type { Period } from '../period/period.ts';
import { nearest } from '../scheme/nearest.ts';
import { faulty } from '../workspace/faulty.ts';
import { NARRATIVE_FILE, type NarrativeFile, NO_NARRATIVE_FILE, narrativeDate } from '../workspace/narrative.ts';
import { BLOCK_KEYS, blockOf, LINE_KEYS, lineOf, NARRATIVE_KEYS } from '../workspace/narrative-text.ts';
import { readBytes } from '../workspace/read-bytes.ts';
import { type Session, say } from './session.ts';

/** The values of `--set KEY=VALUE`, by key. */
type Wishes = ReadonlyMap<keyof Narrative, readonly string[]>;

/**
 * What people write into the report of a period: `--set` over `narrative.yaml` of the workspace or, without one, of the
 * current folder. Both are checked at once, before any work is done.
 *
 * @throws UsageError for a wrong `--set`, ConfigurationError with all faults of the file.
 */
export async function sessionNarrative(session: Session): Promise<(period: Period) => Promise<Narrative>> {
  const wishes = setValues(session);
  const file = await narrativeFile(session);
  return async (period) => {
    const isOther = file.period !== null && file.period.id !== period.id;
    if (isOther) await say(session, session.texts.narrativeOfOther(NARRATIVE_FILE, file.period.id));
    return over((isOther ? NO_NARRATIVE_FILE : file).narrative, wishes);
  };
}

async function narrativeFile({ workspace, effects }: Session): Promise<NarrativeFile> {
  const path = join(workspace?.folder ?? effects.cwd, NARRATIVE_FILE);
  const bytes = await readBytes(path);
  if (bytes === null) return NO_NARRATIVE_FILE;
  const { parseNarrative } = await import('../workspace/parse-narrative.ts');
  const { file, faults } = parseNarrative(bytes);
  if (faults.length > 0) throw faulty(path, faults);
  return file;
}

function setValues({ options, texts: { errors } }: Session): Wishes {
  const wishes = new Map<keyof Narrative, string[]>();
  for (const wish of options.set ?? []) {
    const at = wish.indexOf('=');
    if (at < 1) throw new UsageError(errors.setWrong(wish, NARRATIVE_KEYS));
    const [name, value] = [wish.slice(0, at).trim(), wish.slice(at + 1)];
    const key = NARRATIVE_KEYS.find((one) => one === name);
    if (key === undefined) throw new UsageError(errors.setUnknown(name, nearest(name, NARRATIVE_KEYS), NARRATIVE_KEYS));
    if (key === 'date' && value.trim() !== '' && narrativeDate(value) === null) {
      throw new UsageError(errors.dateWrong('--set date', value));
    }
    wishes.set(key, [...(wishes.get(key) ?? []), value]);
  }
  return wishes;
}

/** A block is the paragraphs of all its values, a line the last one; an empty value takes away what the file has. */
function over(narrative: Narrative, wishes: Wishes): Narrative {
  const blocks = BLOCK_KEYS.flatMap((key) => {
    const values = wishes.get(key);
    return values === undefined ? [] : [[key, blockOf(false, values)] as const];
  });
  const lines = LINE_KEYS.flatMap((key) => {
    const value = wishes.get(key)?.at(-1);
    return value === undefined ? [] : [[key, lineOf(value)] as const];
  });
  const date = wishes.get('date')?.at(-1);
  return {
    ...narrative,
    ...Object.fromEntries([...blocks, ...lines]),
    ...(date === undefined ? {} : { date: narrativeDate(date) }),
  };
}
