import type { FiledReturn } from '../model/filed-return.ts';
import { type Finding, finding } from '../model/finding.ts';
import { filePlace } from '../model/place.ts';
import type { Replacement, Versions } from './settle-versions.ts';

/** What is said of the versions of a bureau: which one replaces which, what is lost by it, which ones contradict each other. */
export function versionFindings(bureau: string, versions: Versions): readonly Finding[] {
  const files = new Map<string, Replacement[]>();
  for (const one of versions.replacements) {
    const { file } = one.earlier.filed;
    files.set(file, [...(files.get(file) ?? []), one]);
  }
  const { conflicts, replacements } = versions;
  return [
    ...[...files.values()].map((own) => supersededFinding(own, versions)),
    ...replacements.flatMap(narrowerFinding),
    ...[...conflicts].map(([file, { forms, others }]) => {
      const args = { others: [...others], forms: [...forms] };
      return finding('VERSIONS_CONFLICT', filePlace(file), args, { bureau });
    }),
  ];
}

/** Of several later versions the one that counts is named, or the last found. */
function supersededFinding(own: readonly Replacement[], { counted, superseded }: Versions): Finding {
  const [first, ...others] = own.toSorted((a, b) => rank(a, counted) - rank(b, counted)) as [
    Replacement,
    ...Replacement[],
  ];
  const { file, sender } = first.earlier.filed;
  const fields = { bureau: sender?.value ?? null };
  const by = first.later.filed.file;
  if (!superseded.has(file)) {
    const forms = [...new Set([first, ...others].map(({ earlier }) => earlier.form))];
    return finding('FILE_PARTLY_SUPERSEDED', filePlace(file), { by, forms }, fields);
  }
  if (own.every(({ same }) => same)) return finding('FILE_COPY', filePlace(file), { of: by }, fields);
  return finding('FILE_SUPERSEDED', filePlace(file), { by }, fields);
}

function rank({ later }: Replacement, counted: readonly FiledReturn[]): number {
  return counted.some(({ file }) => file === later.filed.file) ? 0 : 1;
}

/** A later version that leaves out what the earlier one had: it may have been meant as an addition. */
function narrowerFinding({ earlier, later, same }: Replacement): readonly Finding[] {
  if (same || later.nil) return [];
  const { tasks, regions } = later.declared;
  const wholly = tasks === null || [...earlier.tasks].every((task) => tasks.has(task));
  const lost = [
    ...[...earlier.tasks].filter((task) => (tasks?.has(task) ?? true) && !later.tasks.has(task)),
    ...[...earlier.regions].filter((one) => wholly && (regions?.has(one) ?? true) && !later.regions.has(one)),
  ].filter((id) => id !== '');
  if (lost.length === 0) return [];
  const args = { of: earlier.filed.file, lost: lost.toSorted() };
  return [
    finding('VERSION_NARROWER', filePlace(later.filed.file), args, { bureau: later.filed.sender?.value ?? null }),
  ];
}
