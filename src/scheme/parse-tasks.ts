import { checkUnique, type References, type RowReader } from './row-reader.ts';
import type { ActivityType, Task } from './scheme.ts';
import { TABLES } from './table-spec.ts';

/** The tasks in their order. Headlines are looked up later, when the indicators are known. */
export function parseTasks(rows: readonly RowReader[]): readonly Task[] {
  const { file } = TABLES.tasks;
  checkUnique(rows, 'id', file);
  checkUnique(rows, 'order', file);
  return rows.map(taskOf).sort((a, b) => a.order - b.order);
}

function taskOf(row: RowReader): Task {
  return {
    id: row.id('id', 'id'),
    order: row.whole('order', 0, 999),
    name: row.needed('name_zh'),
    shortName: row.needed('short_zh'),
    nameEn: row.needed('name_en'),
    synonyms: row.list('synonyms'),
    headline: row.text('headline') || null,
  };
}

/** The activity types in table order. */
export function parseActivityTypes(rows: readonly RowReader[], tasks: References): readonly ActivityType[] {
  checkUnique(rows, 'id', TABLES.activityTypes.file);
  return rows.map((row) => {
    row.needed('task');
    return {
      id: row.id('id', 'id'),
      task: row.reference('task', tasks) ?? '',
      name: row.needed('name_zh'),
      nameEn: row.needed('name_en'),
      synonyms: row.list('synonyms'),
    };
  });
}
