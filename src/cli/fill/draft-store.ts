import { join, relative } from 'node:path';
import { dropDraft, keepDraft, listDrafts, nameAside, putDraftAside } from '../../deliver/draft-files.ts';
import { takeLock } from '../../deliver/lock-file.ts';
import { makeFolder } from '../../deliver/make-folder.ts';
import type { Draft } from '../../entry/draft.ts';
import { draftText, parseDraft } from '../../entry/draft-text.ts';
import { UsageError } from '../../model/errors.ts';
import { readBytes } from '../../workspace/read-bytes.ts';
import type { Session } from '../session.ts';

/** Where drafts lie, in the workspace or else in the current folder. */
const FOLDER = 'drafts';

/** The draft of one bureau and period, held by this process until `release`. */
export interface DraftStore {
  /** As the user would name it. */
  readonly shown: string;
  readonly load: () => Promise<Draft | null>;
  readonly save: (draft: Draft) => Promise<void>;
  readonly drop: () => Promise<void>;
  /** The name that `putAside` would give. */
  readonly aside: () => Promise<string>;
  readonly putAside: (name: string) => Promise<void>;
  readonly release: () => Promise<void>;
}

/** The drafts that are there and can be read. */
export async function drafts(session: Session): Promise<readonly Draft[]> {
  const folder = folderOf(session);
  const names = await listDrafts(folder);
  const read = await Promise.all(names.map((name) => draftIn(join(folder, name))));
  return read.flatMap((draft, at) => (draft !== null && names[at] === nameOf(draft) ? draft : []));
}

/** Takes the draft of a bureau and period for this process. Throws `UsageError` while another one holds it. */
export async function openDraftStore(session: Session, of: Pick<Draft, 'bureau' | 'period'>): Promise<DraftStore> {
  const folder = folderOf(session);
  const name = nameOf(of);
  const path = join(folder, name);
  const shown = relative(session.effects.cwd, path) || path;
  const lock = `${path.slice(0, -'.json'.length)}.lock`;
  await makeFolder(folder);
  const outcome = await takeLock(lock, session.effects.self());
  const texts = session.texts.fill;
  if (!outcome.held) throw new UsageError(texts.draftHeld(shown, outcome.by?.pid ?? 0, outcome.by?.host ?? '', lock));
  return {
    shown,
    load: async () => {
      const draft = await draftIn(path);
      if (draft === null && (await readBytes(path)) !== null) throw new UsageError(texts.draftDamaged(shown));
      return draft;
    },
    save: (draft) => keepDraft(folder, name, draftText(draft)),
    drop: () => dropDraft(folder, name),
    aside: () => nameAside(folder, name),
    putAside: (aside) => putDraftAside(folder, name, aside),
    release: outcome.release,
  };
}

function nameOf({ bureau, period }: Pick<Draft, 'bureau' | 'period'>): string {
  return `${bureau}-${period}.json`;
}

function folderOf({ workspace, effects }: Session): string {
  return join(workspace?.folder ?? effects.cwd, FOLDER);
}

async function draftIn(path: string): Promise<Draft | null> {
  const bytes = await readBytes(path);
  return bytes === null ? null : parseDraft(Buffer.from(bytes).toString('utf8'));
}
