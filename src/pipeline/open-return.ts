import { findFiles } from '../find/find-files.ts';
import type { FiledReturn } from '../model/filed-return.ts';
import type { Finding } from '../model/finding.ts';
import type { RecognisedFile } from '../model/recognised.ts';
import { DEFAULT_READ_LIMITS, type ReadLimits } from '../ooxml/read-limits.ts';
import type { Period } from '../period/period.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { workspaceTables } from '../workspace/workspace-tables.ts';
import { compileOpened, openFile } from './file-road.ts';
import { rated } from './reported.ts';

/** A return that somebody wants to correct: what it says, and how it says it. */
export interface OpenedReturn {
  readonly filed: FiledReturn;
  readonly recognised: RecognisedFile;
  readonly findings: readonly Finding[];
}

/** Where the return is, and what it is read with. */
export interface ReturnAsked {
  readonly path: string;
  readonly cwd: string;
  /** Absolute folder of the workspace; null for none. */
  readonly workspace: string | null;
  readonly scheme: Scheme;
  /** What is known of it beside the file itself; null where nothing is. */
  readonly bureau: string | null;
  readonly period: Period | null;
  readonly asOf: string;
  readonly limits?: ReadLimits;
}

/** Reads one return in whatever style it comes. Throws `UsageError` when there is no such file. */
export async function openReturn(asked: ReturnAsked): Promise<OpenedReturn | null> {
  const { path, cwd, workspace, scheme, bureau, period, asOf, limits = DEFAULT_READ_LIMITS } = asked;
  const found = await findFiles([path], { cwd, root: workspace, limits });
  const [file] = found.files;
  if (file === undefined) return null;
  const { sources } = await workspaceTables(workspace, [found.common, cwd], scheme);
  const context = { scheme, period, asOf, limits, folder: found.folder, sources, printed: new Map<string, string>() };
  const opened = await openFile(file, context);
  const { recognised } = opened;
  const known =
    bureau === null ? recognised : { ...recognised, sender: told(bureau, recognised), gate: gateBut(recognised) };
  const compiled = compileOpened({ ...opened, recognised: known }, context);
  return { filed: compiled.filed, recognised: known, findings: rated(compiled.findings, scheme) };
}

/** Whoever opens a file may say whose it is. */
function told(bureau: string, { file }: RecognisedFile): RecognisedFile['sender'] {
  return { value: bureau, from: 'sources', place: { file, sheet: null, row: null, column: null }, text: '' };
}

function gateBut({ gate }: RecognisedFile): RecognisedFile['gate'] {
  return gate === 'sender' ? null : gate;
}
