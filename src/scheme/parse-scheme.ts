import { checkIndicators, type IndicatorContext } from './check-indicators.ts';
import { checkHeaders, checkRegionNames, checkTaskNames } from './check-names.ts';
import type { FaultList } from './faults.ts';
import { parseColumns } from './parse-columns.ts';
import { parseFormerRegions } from './parse-former-regions.ts';
import { parseIndicators } from './parse-indicators.ts';
import { parseRegions } from './parse-regions.ts';
import { parseRules } from './parse-rules.ts';
import { checkGroupOrder, parseSettings } from './parse-settings.ts';
import { parseActivityTypes, parseTasks } from './parse-tasks.ts';
import { idsOf, type References, type RowReader, rowReaders } from './row-reader.ts';
import type { Indicator, Scheme, Task } from './scheme.ts';
import { readTable } from './table.ts';
import { SETTINGS_FILE, TABLES, type TableName } from './table-spec.ts';
import { readYamlMap } from './yaml-map.ts';

/** The scheme that the texts of its files make; null when the settings cannot be read. Valid only without faults. */
export function parseScheme(texts: ReadonlyMap<string, string>, faults: FaultList): Scheme | null {
  const rowsOf = (name: TableName): readonly RowReader[] => {
    const text = texts.get(TABLES[name].file);
    return text === undefined ? [] : rowReaders(readTable(text, TABLES[name], faults), faults);
  };
  const taskRows = rowsOf('tasks');
  const tasks = parseTasks(taskRows);
  const typeRows = rowsOf('activityTypes');
  const activityTypes = parseActivityTypes(typeRows, references('tasks', tasks));
  const columnRows = rowsOf('columns');
  const columns = parseColumns(columnRows, references('activityTypes', activityTypes));
  const indicatorRows = rowsOf('indicators');
  const indicators = parseIndicators(indicatorRows, {
    tasks: references('tasks', tasks),
    activityTypes: references('activityTypes', activityTypes),
    columns: references('columns', columns),
  });
  const numbers = columns.filter(({ type }) => type === 'integer' || type === 'decimal');
  const rules = parseRules(rowsOf('rules'), {
    return: references('indicators', indicators),
    row: references('columns', columns),
    numbers: new Set(numbers.map(({ id }) => id)),
  });
  checkTasks(tasks, taskRows, indicators);

  const settingsText = texts.get(SETTINGS_FILE);
  const map = settingsText === undefined ? null : readYamlMap(settingsText, SETTINGS_FILE, faults);
  if (map === null) return null;
  const settings = parseSettings(map, rules);
  const regionRows = rowsOf('regions');
  const zoneRows = rowsOf('zones');
  const regions = parseRegions(regionRows, zoneRows, settings.words.ownLevel);
  checkGroupOrder(map, settings.groupOrder, regions);
  const scheme: Scheme = {
    ...settings,
    tasks,
    indicators,
    columns,
    activityTypes,
    regions,
    formerRegions: parseFormerRegions(rowsOf('formerRegions'), regions),
    rules,
  };
  const context: IndicatorContext = { tasks, columns, activityTypes, moneyUnits: settings.words.moneyUnits };
  checkIndicators(indicators, indicatorRows, context);
  checkHeaders(scheme, { columns: columnRows, indicators: indicatorRows });
  checkTaskNames(scheme, taskRows, typeRows);
  checkRegionNames(scheme, [...regionRows, ...zoneRows]);
  return scheme;
}

function references(name: TableName, entries: readonly { readonly id: string }[]): References {
  return { table: TABLES[name].file, ids: idsOf(entries.map(({ id }) => id)) };
}

function checkTasks(tasks: readonly Task[], rows: readonly RowReader[], indicators: readonly Indicator[]): void {
  if (indicators.length === 0) return;
  for (const { id, headline } of tasks) {
    const row = rows.find((one) => one.text('id') === id);
    const own = indicators.filter(({ task }) => task === id);
    if (own.length === 0) row?.fault('TASK_WITHOUT_INDICATORS', { task: id });
    if (headline === null || own.some((indicator) => indicator.id === headline)) continue;
    row?.fault('REFERENCE_WRONG', { column: 'headline', value: headline, wanted: 'indicatorOfTask', of: id });
  }
}
