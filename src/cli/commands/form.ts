import { basename, dirname, join, resolve } from 'node:path';
import { deliver } from '../../deliver/deliver.ts';
import { FORM_PARTS, type FormRequest } from '../../form/form-request.ts';
import { returnLayout, returnName } from '../../form/return-layout.ts';
import { NO_VALUES } from '../../form/return-values.ts';
import { UsageError } from '../../model/errors.ts';
import type { Form } from '../../model/recognised.ts';
import { lastEnded, type Period } from '../../period/period.ts';
import { childrenOf, cityOf, regionIndex, regionOf } from '../../scheme/regions.ts';
import type { Scheme } from '../../scheme/scheme.ts';
import { visible } from '../../text/visible.ts';
import type { Settings } from '../../workspace/settings.ts';
import { stopIfCancelled } from '../compile-returns.ts';
import { dueBureaus, partsApart } from '../due-bureaus.ts';
import { type Session, say } from '../session.ts';
import { configuredScheme } from '../session-scheme.ts';
import { near } from '../session-templates.ts';
import { areaValue, asOfValue, oneOf, periodValue } from '../values.ts';

const FORMS = ['both', 'summary', 'ledger'] as const;
const BOTH: readonly Form[] = ['summary', 'ledger'];

/** `huizong form`: blank workbooks for one bureau or for each that is due; their paths on stdout. */
export async function form(session: Session): Promise<number> {
  const { effects, options, texts } = session;
  const { errors } = texts;
  const wanted = oneOf('--form', options.form, FORMS, null, errors);
  const parts = oneOf('--parts', options.parts, FORM_PARTS, 'all', errors);
  const place = placeOf(session);
  const { scheme, settings } = await configuredScheme(session, options.scheme);
  const period = periodOf(scheme, settings, session);
  const bureaus = await bureausOf(period, scheme, settings, session);
  const { writeReturnWorkbook } = await import('../../form/write-workbook.ts');
  const files = [];
  for (const { code, forms } of bureaus) {
    const bureau = regionOf(regionIndex(scheme), code);
    if (bureau === null) continue;
    const due = forms.length === 0 ? BOTH : forms;
    const request: FormRequest = {
      scheme,
      bureau,
      period,
      forms: wanted === null ? due : wanted === 'both' ? BOTH : [wanted],
      parts,
      regions: ownParts(scheme, code, await partsApart(code, period, scheme, session)),
    };
    const layout = returnLayout(request);
    const name = place.file ?? `${returnName(layout, cityOf(regionIndex(scheme), code)?.name ?? null)}.xlsx`;
    files.push({ name, content: await writeReturnWorkbook(layout, NO_VALUES, scheme) });
    stopIfCancelled(session);
  }
  const folder = place.folder ?? defaultFolder(period, session);
  const paths = await deliver(files, folder, { force: options.force === true });
  await effects.stdout.write(`${visible(paths.map((path) => near(effects.cwd, path)).join('\n'))}\n`);
  await say(session, texts.blankForms.made(visible(near(effects.cwd, folder)), paths.length));
  return 0;
}

/** The parts of a bureau that it tells itself; all where the others are all. */
function ownParts(scheme: Scheme, bureau: string, apart: readonly string[]): readonly string[] {
  const parts = childrenOf(regionIndex(scheme), bureau).map(({ code }) => code);
  const own = parts.filter((code) => !apart.includes(code));
  return own.length > 0 ? own : parts;
}

/** Where the forms go: a folder, and a name when PATH is that of a workbook. Null for what is left open. */
function placeOf({ effects, operands, options, texts: { errors } }: Session): {
  readonly folder: string | null;
  readonly file: string | null;
} {
  const [path] = operands;
  if (path !== undefined && options.output !== undefined) throw new UsageError(errors.formTwice);
  const given = path ?? options.output;
  if (given === undefined) return { folder: null, file: null };
  const whole = resolve(effects.cwd, given);
  if (!/\.xlsx$/i.test(given)) return { folder: whole, file: null };
  if (options.all === true) throw new UsageError(errors.formFile);
  return { folder: dirname(whole), file: basename(whole) };
}

function defaultFolder({ id }: Period, { effects, workspace }: Session): string {
  return workspace === null ? effects.cwd : join(workspace.folder, 'forms', id);
}

function periodOf(scheme: Scheme, settings: Settings, { effects, options, texts }: Session): Period {
  const given = periodValue(options.period, scheme.periodKind, texts.errors) ?? settings.period;
  const period = given ?? lastEnded(scheme.periodKind, asOfValue(options.asOf, effects, texts.errors));
  if (period === null) throw new UsageError(texts.errors.periodWrong(''));
  // A workspace may compile half years; they are reported by quarters.
  if (period.kind !== scheme.periodKind) throw new UsageError(texts.errors.periodKind(period.id, scheme.periodKind));
  return period;
}

interface DueForms {
  readonly code: string;
  /** Empty when the roster leaves it open. */
  readonly forms: readonly Form[];
}

async function bureausOf(
  period: Period,
  scheme: Scheme,
  settings: Settings,
  session: Session,
): Promise<readonly DueForms[]> {
  const { options, texts } = session;
  const region = areaValue(options.region, scheme, texts.errors, '--region');
  if (options.all !== true) {
    if (region === null) throw new UsageError(texts.errors.formRegion);
    return [{ code: region, forms: [] }];
  }
  const due = await dueBureaus(region ?? settings.area, period, scheme, session);
  if (due.length === 0) throw new UsageError(texts.errors.formNobody);
  return due;
}
