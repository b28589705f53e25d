import { relative, resolve, sep } from 'node:path';
import { createFiles } from '../../deliver/create-files.ts';
import { KnownError, UsageError } from '../../model/errors.ts';
import { addDays } from '../../period/days.ts';
import { lastEnded, type Period } from '../../period/period.ts';
import { builtinSchemeFolder, loadScheme } from '../../scheme/load.ts';
import { regionIndex, regionOf } from '../../scheme/regions.ts';
import type { Scheme } from '../../scheme/scheme.ts';
import { visible } from '../../text/visible.ts';
import { newTables } from '../../workspace/new-tables.ts';
import { forwardSlashes } from '../../workspace/path-setting.ts';
import { readBytes } from '../../workspace/read-bytes.ts';
import { SETTINGS_FILE } from '../../workspace/settings.ts';
import type { Session } from '../session.ts';
import { areaValue, asOfValue, periodValue } from '../values.ts';

/** Days of the example of a deadline where the scheme has none. */
const DAYS = 15;

/** `huizong init`: makes a workspace; asks for what no flag says, and never replaces anything. */
export async function init(session: Session): Promise<number> {
  const { effects, options, operands, texts } = session;
  const folder = resolve(effects.cwd, operands[0] ?? '.');
  const asOf = asOfValue(options.asOf, effects, texts.errors);
  if ((await readBytes(resolve(folder, SETTINGS_FILE))) !== null) {
    throw new UsageError(texts.errors.workspaceExists(shortest(effects.cwd, folder)));
  }
  const schemeFolder = options.scheme === undefined ? null : resolve(effects.cwd, options.scheme);
  const scheme = await loadScheme(schemeFolder ?? builtinSchemeFolder());
  const area = await areaOf(scheme, session);
  const period = await periodOf(scheme, asOf, session);
  const settings = texts.init.settings({
    area,
    areaName: regionOf(regionIndex(scheme), area)?.name ?? area,
    period: period.id,
    lastDay: addDays(period.end, scheme.deadlines['city'] ?? DAYS),
    scheme: schemeFolder === null ? null : forwardSlashes(relative(folder, schemeFolder)) || '.',
    lang: options.lang ?? null,
    deadlines: scheme.deadlines,
  });
  const folders = [`returns/${period.id}`, 'reports'];
  const files = [{ name: SETTINGS_FILE, content: settings }, ...newTables(scheme, area)];
  const { created, kept } = await createFiles(folder, files, folders);
  const near = shortest(effects.cwd, folder);
  const lines = [
    texts.init.made(near),
    ...[...created, ...folders.map((name) => `${name}/`)].map((name) => `  ${name}`),
    ...(kept.length === 0 ? [] : [texts.init.kept(kept)]),
    texts.init.next(near, `returns/${period.id}`),
  ];
  await effects.stdout.write(`${visible(lines.join('\n'))}\n`);
  return 0;
}

async function areaOf(scheme: Scheme, session: Session): Promise<string> {
  const { texts, options } = session;
  const province = scheme.regions.find(({ level }) => level === 'province');
  const read = (value: string) => areaValue(value, scheme, texts.errors);
  const given = read(options.area ?? (options.yes === true ? (province?.code ?? '') : await answer()));
  if (given === null) throw new UsageError(texts.errors.areaUnknown('', '--area'));
  return given;

  function answer(): Promise<string> {
    return asked('--area', texts.init.askArea, province?.name ?? '', read, session);
  }
}

async function periodOf(scheme: Scheme, asOf: string, session: Session): Promise<Period> {
  const { texts, options } = session;
  const last = lastEnded(scheme.periodKind, asOf)?.id ?? '';
  const read = (value: string) => periodValue(value, scheme.periodKind, texts.errors);
  const text =
    options.period ??
    (options.yes === true ? last : await asked('--period', texts.init.askPeriod, last, read, session));
  const period = read(text);
  if (period === null) throw new UsageError(texts.errors.periodWrong(text));
  return period;
}

/** What the user answers; without a terminal the flag is named that would have told it. */
async function asked(
  flag: string,
  message: string,
  proposal: string,
  read: (value: string) => unknown,
  { effects, texts }: Session,
): Promise<string> {
  if (!effects.canAsk) throw new UsageError(texts.errors.flagNeeded(flag));
  return effects.ask({
    message,
    proposal,
    problemOf(value) {
      try {
        read(value);
        return null;
      } catch (error) {
        if (error instanceof KnownError) return error.message;
        throw error;
      }
    },
  });
}

function shortest(cwd: string, path: string): string {
  const near = relative(cwd, path) || '.';
  return near === '..' || near.startsWith(`..${sep}`) ? path : near;
}
