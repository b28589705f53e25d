import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SAMPLE = join(import.meta.dirname, '../../schemes/guangdong-six-tasks');

/**
 * Writes a scheme that knows the columns of the corpus' control table: the sample scheme, but that dates and types of
 * activities are not asked for, that a column 活动次数 is there, and that indicators add up what the control holds.
 */
export function writeControlScheme(folder: string): void {
  cpSync(SAMPLE, folder, { recursive: true });
  const table = (name: string, edit: (lines: readonly string[][]) => readonly (readonly string[])[]) => {
    const lines = readFileSync(join(SAMPLE, name), 'utf8')
      .replace(/^\uFEFF/, '')
      .trim()
      .split(/\r?\n/);
    const cells = lines.map((line) => line.split(','));
    writeFileSync(
      join(folder, name),
      `${edit(cells)
        .map((row) => row.join(','))
        .join('\n')}\n`,
    );
  };
  table('columns.csv', ([heading = [], ...rows]) => [
    heading,
    ...rows.map((row) => row.map((cell, at) => columnCell(row[0] ?? '', heading[at] ?? '', cell))),
    ['events', '活动次数', 'events', 'integer', '次', 'no', '', 'each', '', 'ledger', '次数'],
  ]);
  table('indicators.csv', ([heading = []]) => [
    heading,
    indicator('t0', 'money', '投入资金合计', '万元', 'decimal', 'sum(funds)'),
    indicator('t0', 'people', '受益人数合计', '人', 'integer', 'sum(beneficiaries)'),
    ...['t0', 't1', 't2', 't3', 't4', 't5', 't6', 'tx'].map((task) =>
      indicator(task, `${task}_times`, `${task}活动次数`, '次', 'integer', 'sum(events)'),
    ),
  ]);
  table('tasks.csv', ([heading = [], ...rows]) => [
    heading,
    ...rows.map((row) => row.map((cell, at) => (heading[at] === 'headline' ? '' : cell))),
  ]);
  table('rules.csv', ([heading = []]) => [
    heading,
    ['L901', 'error', 'return', 't1_times', '<=', 't0_times', '', '0', '一项任务的次数不应多于合计', 'more than all'],
  ]);
}

function columnCell(column: string, heading: string, cell: string): string {
  if (heading === 'synonyms' && column === 'date') return `${cell}|填报季度`;
  if (heading === 'required_for') return '';
  if (heading === 'required' && (column === 'activity_type' || column === 'date')) return 'no';
  return cell;
}

function indicator(
  task: string,
  id: string,
  name: string,
  unit: string,
  type: 'integer' | 'decimal',
  rollup: string,
): readonly string[] {
  const decimals = type === 'decimal' ? '2' : '0';
  return [task, id, name, id, '', unit, type, decimals, 'flow', 'core', '', rollup, '', '', ''];
}
