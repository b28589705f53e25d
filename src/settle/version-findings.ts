import { type Finding, finding } from '../model/finding.ts';
import { filePlace } from '../model/place.ts';
import type { Replacement } from './compare-form.ts';
import { byEarlier, type Versions } from './settle-versions.ts';
import { relation } from './version-relation.ts';

/** So many earlier versions are named of which one leaves out something: of hundreds each later one would name all. */
const MOST_NARROWED = 20;

/** What is said of the versions of a bureau: which one replaces which, what is lost by it, which ones contradict each other. */
export function versionFindings(bureau: string, versions: Versions): readonly Finding[] {
  const { conflicts, replacements, counted, superseded } = versions;
  const counting = new Set(counted.map(({ file }) => file));
  return [
    ...[...byEarlier(replacements).values()].map((own) => supersededFinding(own, counting, superseded)),
    ...narrowerFindings(replacements),
    ...[...conflicts].map(([file, { forms, others }]) => {
      const args = { others: [...others], forms: [...forms] };
      return finding('VERSIONS_CONFLICT', filePlace(file), args, { bureau });
    }),
  ];
}

/** Of several later versions the one that counts is named, or the last found. */
function supersededFinding(
  own: readonly Replacement[],
  counting: ReadonlySet<string>,
  superseded: ReadonlySet<string>,
): Finding {
  const first = own.find(({ later }) => counting.has(later.filed.file)) ?? (own[0] as Replacement);
  const { file, sender } = first.earlier.filed;
  const fields = { bureau: sender?.value ?? null };
  const by = first.later.filed.file;
  if (!superseded.has(file)) {
    const forms = [...new Set([first, ...own].map(({ earlier }) => earlier.form))];
    return finding('FILE_PARTLY_SUPERSEDED', filePlace(file), { by, forms }, fields);
  }
  if (own.every(({ same }) => same)) return finding('FILE_COPY', filePlace(file), { of: by }, fields);
  return finding('FILE_SUPERSEDED', filePlace(file), { by }, fields);
}

function narrowerFindings(replacements: readonly Replacement[]): readonly Finding[] {
  const told = new Map<string, number>();
  return replacements.flatMap((one) => {
    const { file } = one.later.filed;
    const before = told.get(file) ?? 0;
    if (before >= MOST_NARROWED) return [];
    const findings = narrowerFinding(one);
    told.set(file, before + findings.length);
    return findings;
  });
}

/**
 * A later version that leaves out what the earlier one had, or a ledger that only a mark makes one and that has none of its
 * activities (`lost` is empty): it may have been meant as an addition.
 */
function narrowerFinding({ earlier, later, same }: Replacement): readonly Finding[] {
  if (same || later.nil) return [];
  const { tasks, regions } = later.declared;
  const wholly = tasks === null || [...earlier.tasks].every((task) => tasks.has(task));
  const lost = [
    ...[...earlier.tasks].filter((task) => (tasks?.has(task) ?? true) && !later.tasks.has(task)),
    ...[...earlier.regions].filter((one) => wholly && (regions?.has(one) ?? true) && !later.regions.has(one)),
  ].filter((id) => id !== '');
  const isOther = later.form === 'ledger' && !earlier.nil && relation(earlier, later, false) === 'parts';
  if (lost.length === 0 && !isOther) return [];
  const args = { of: earlier.filed.file, lost: lost.toSorted() };
  return [
    finding('VERSION_NARROWER', filePlace(later.filed.file), args, { bureau: later.filed.sender?.value ?? null }),
  ];
}
