import { DEFAULT_READ_LIMITS, type SetLimits } from '../ooxml/read-limits.ts';
import { nearest } from '../scheme/nearest.ts';
import type { YamlMap } from '../scheme/yaml-map.ts';

/** The most that a computer can be asked to hold, or that anybody will wait for. */
const MOST: SetLimits = {
  fileMegabytes: 1900,
  partMegabytes: 1900,
  textMegabytes: 400,
  cells: 20_000_000,
  bundleFiles: 60_000,
  seconds: 3600,
  workerMegabytes: 4000,
};

/** The least that still serves; of the others 1. The library itself takes a third of this. */
const LEAST: Partial<SetLimits> = { workerMegabytes: 64 };

/** Reads `limits` of `huizong.yaml`: whole numbers by name; those that are left out are the defaults. */
export function readLimits(map: YamlMap): SetLimits {
  if (!map.has('limits')) return DEFAULT_READ_LIMITS;
  const limits: Record<keyof SetLimits, number> = { ...DEFAULT_READ_LIMITS };
  for (const [name, value] of Object.entries(map.numbers('limits'))) {
    const column = `limits.${name}`;
    if (!isLimit(name)) map.fault(column, 'KEY_UNKNOWN', { column, nearest: nearest(name, Object.keys(MOST)) });
    else {
      const [least, most] = [LEAST[name] ?? 1, MOST[name]];
      if (value < least || value > most || !Number.isInteger(value))
        map.fault(column, 'NUMBER_WRONG', { column, value: String(value), wanted: 'whole', least, most });
      else limits[name] = value;
    }
  }
  return limits;
}

function isLimit(name: string): name is keyof SetLimits {
  return Object.hasOwn(MOST, name);
}
