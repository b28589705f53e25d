import { columnName } from '../model/place.ts';
import type { Scheme } from '../scheme/scheme.ts';
import type { FormLayout } from './layout.ts';
import { type Pen, put, textValue } from './write-cells.ts';

/** The lists of the dropdowns, as formulas of a validation. */
export interface Options {
  readonly tasks: string;
  /** Types of the task in a cell. */
  readonly typesOf: (taskCell: string) => string;
  readonly regions: string;
  readonly booleans: string;
  readonly nil: string;
  readonly valuesOf: (column: string) => string;
  /** What stands in the columns of the sheet. */
  readonly lists: readonly (readonly string[])[];
}

/** Lays out the lists of choices, each in a column of a sheet. */
export function optionsOf(
  name: string,
  { ledger }: FormLayout,
  regions: readonly string[],
  { tasks, activityTypes, words }: Scheme,
): Options {
  const lists: (readonly string[])[] = [];
  const list = (texts: readonly string[]): string => {
    const letter = columnName(lists.push(texts));
    return `'${name.replaceAll("'", "''")}'!$${letter}$1:$${letter}$${Math.max(1, texts.length)}`;
  };
  // Types of one task stand below one another, the name of the task beside each.
  const typed = tasks.flatMap((task) =>
    activityTypes.filter((type) => type.task === task.id).map((type) => ({ task: task.shortName, type: type.name })),
  );
  const enums = (ledger?.columns ?? []).filter(({ definition }) => definition.type === 'enum');
  const taskList = list([...new Set(typed.map(({ task }) => task))]);
  const typeTasks = list(typed.map(({ task }) => task));
  const [firstType = ''] = list(typed.map(({ type }) => type)).split(':');
  const values = new Map(enums.map(({ definition }) => [definition.id, list(definition.values)]));
  return {
    tasks: taskList,
    typesOf: (cell) => `OFFSET(${firstType},MATCH(${cell},${typeTasks},0)-1,0,COUNTIF(${typeTasks},${cell}),1)`,
    regions: list(regions),
    booleans: list([words.yes[0] ?? '', words.no[0] ?? '']),
    nil: list(words.nilStatements.slice(0, 1)),
    valuesOf: (id) => values.get(id) ?? '',
    lists,
  };
}

/** Writes the lists of choices on a hidden sheet. */
export function writeOptions(pen: Pen, name: string, { lists }: Options): void {
  const sheet = pen.workbook.addWorksheet(name, { state: 'hidden' });
  lists.forEach((texts, column) => {
    texts.forEach((text, at) => {
      put(pen, sheet, [at + 1, column + 1], 'plain', textValue(text));
    });
  });
}
