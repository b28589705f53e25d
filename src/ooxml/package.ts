import { type ByteBudget, byteBudget } from './byte-budget.ts';
import { inflateEntry } from './inflate.ts';
import { PackageError } from './package-error.ts';
import { partKey } from './part-name.ts';
import { DEFAULT_READ_LIMITS, type ReadLimits } from './read-limits.ts';
import type { XmlVocabulary } from './xml-names.ts';
import { type XmlHandler, xmlTokenizer } from './xml-tokenizer.ts';
import { openZip, type Zip, type ZipEntry } from './zip.ts';

/** A zip of parts that are found by name, whatever its case or slashes. */
export interface Package {
  readonly zip: Zip;
  readonly budget: ByteBudget;
  readonly limits: ReadLimits;
  /** Null stands for a name that two entries claim. */
  readonly parts: ReadonlyMap<string, ZipEntry | null>;
}

/** Opens a package; throws `PackageError` when its directory cannot be read. */
export function openPackage(bytes: Buffer, limits: ReadLimits = DEFAULT_READ_LIMITS): Package {
  const zip = openZip(bytes);
  const parts = new Map<string, ZipEntry | null>();
  for (const entry of zip.entries) {
    const key = partKey(entry.name);
    parts.set(key, parts.has(key) ? null : entry);
  }
  return { zip, budget: byteBudget(limits), limits, parts };
}

export function hasPart(pack: Package, name: string): boolean {
  return pack.parts.has(partKey(name));
}

/** Tells an XML part to a handler; throws `PackageError` when it is missing, ambiguous, damaged or too large. */
export async function readXmlPart(
  pack: Package,
  name: string,
  vocabulary: XmlVocabulary,
  handler: XmlHandler,
): Promise<void> {
  const entry = pack.parts.get(partKey(name));
  if (entry === undefined) throw new PackageError('partMissing', name);
  if (entry === null) throw new PackageError('nameTwice', name);
  const tokenizer = xmlTokenizer(vocabulary, handler);
  try {
    await inflateEntry(pack.zip, entry, pack.budget, tokenizer.feed);
    tokenizer.end();
  } catch (error) {
    // The tokenizer knows what is wrong, not in which part.
    if (error instanceof PackageError && error.part === '') {
      throw new PackageError(error.fault, entry.name, error.limit);
    }
    throw error;
  }
}
