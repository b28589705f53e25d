import type { YamlMap } from '../scheme/yaml-map.ts';

/** Stands for the id of the period in paths of the settings. */
export const PERIOD_PLACE = '{period}';

/** Control characters: `"D:\\reports"` in double quotes holds a line break. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u001F\u007F]/u;

/** A path of the settings, with forward slashes; null when it is not given. */
export function readPath(map: YamlMap, key: string, kind: 'plain' | 'withPeriod'): string | null {
  if (!map.has(key)) return null;
  const value = map.text(key);
  const path = forwardSlashes(value.trim());
  const places = path.match(/\{[^{}]*\}/gu) ?? [];
  const wrong = (because: 'characters' | 'placeholder' | 'periodTwice') =>
    map.fault(key, 'PATH_WRONG', { column: key, value, because });
  if (CONTROL.test(value)) wrong('characters');
  else if (kind === 'withPeriod' && places.some((place) => place !== PERIOD_PLACE)) wrong('placeholder');
  else if (kind === 'withPeriod' && places.length > 1) wrong('periodTwice');
  return path === '' ? null : path;
}

/** Officials on Windows write backslashes. */
export function forwardSlashes(path: string): string {
  return path.replaceAll('\\', '/');
}
