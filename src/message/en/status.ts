import type { StatusTexts } from '../ui-texts.ts';
import { count } from './plural.ts';

/** Who has reported, and who has to be chased. */
export const STATUS: StatusTexts = {
  columns: {
    bureau: 'Bureau',
    state: 'State',
    timeliness: 'Time',
    received: 'Received',
    deadline: 'Deadline',
    forms: 'Forms',
  },
  timeliness: { onTime: 'on time', late: 'late', unknown: 'not noted' },
  why: { missing: 'missing', rejected: 'rejected', formMissing: 'incomplete', late: 'late' },
  nil: (state) => `${state} (nil)`,
  rates: ({ reported, accepted, onTime }, untimed) =>
    `reported ${percent(reported)}, accepted ${percent(accepted)}, on time ${percent(onTime)}${untimed > 0 ? ` (day of receipt not noted: ${untimed})` : ''}`,
  offRoster: (number) => `${count(number, 'bureau')} not on the roster, but reported`,
  unknownSenders: (number) => `${count(number, 'file')} from outside the area`,
  chase: (number) => `To be chased: ${number}`,
  noChase: 'Nobody has to be chased.',
  lacking: (why, forms) => `${why} (lacks: ${forms})`,
  due: (date) => `due ${date}`,
  days: (late) => (late === 0 ? 'not yet due' : `${count(late, 'day')} late`),
  recorded: (path, number, date) => `Noted in ${path}: ${count(number, 'file')} received on ${date}:`,
  nothingToRecord: (path) => `Nothing new was received; ${path} was not changed.`,
};

function percent(rate: number | null): string {
  return rate === null ? '—' : `${rate.toFixed(1)}%`;
}
