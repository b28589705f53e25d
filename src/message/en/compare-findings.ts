import type { FindingWordings } from '../wording.ts';

const BASE = { previous: 'the previous period', yearAgo: 'a year ago' };

/** What only earlier periods or other bureaus show. */
export const COMPARE_FINDINGS = {
  YTD_DIFFERS: ({ reported, sum, difference }, { name }) => ({
    message: `${name ?? 'Number'}: the year to date is given as ${reported}; that of the previous period and this period make ${sum}, a difference of ${difference}. The report prints what is given.`,
    hint: 'Check both numbers; if earlier figures were revised, send the earlier return again or give a reason.',
  }),
  YTD_FALLS: ({ reported, before }, { name }) => ({
    message: `${name ?? 'Number'}: the year to date ${reported} is less than that of the previous period, ${before}.`,
    hint: 'Check it; if earlier figures were revised, send the earlier return again or give a reason.',
  }),
  CHANGE_LARGE: ({ value, was, base, percent }, { name }) => ({
    message: `${name ?? 'Number'}: ${value} now, ${was} ${base === 'previous' ? 'in the previous period' : 'a year ago'}: ${percent === null ? 'from nothing' : percent.startsWith('-') ? `down ${percent.slice(1)} %` : `up ${percent} %`}.`,
    hint: 'Check it; if it is right, give a reason.',
  }),
  RATIO_LARGE: ({ value, was, base, times }, { name }) => ({
    message: `${name ?? 'Number'}: ${value} is ${times} times that of ${BASE[base]} (${was}); the unit may be wrong (yuan typed as ten thousand yuan).`,
    hint: 'Check the unit; if it is right, give a reason.',
  }),
  SAME_AS_PREVIOUS: ({ same, of }) => ({
    message: `${same} of ${of} numbers other than zero are the same as in the previous period; the old form may have been sent again.`,
    hint: 'Check whether these are the figures of the previous period; if they are right, give a reason.',
  }),
  OUTLIER: ({ value, bound, bureaus }, { name }) => ({
    message: `${name ?? 'Number'}: ${value} is far above the ${bureaus} bureaus of the same group (rarely above ${bound}).`,
    hint: 'Check number and unit; if it is right, give a reason.',
  }),
  EARLIER_PERIOD_EMPTY: ({ period }) => ({
    message: `The folder to compare with holds no return that counts for ${period}: nothing was compared with that period.`,
    hint: 'Check whether the folder holds the returns of that period, or name another with --previous or --year-ago.',
  }),
} satisfies Partial<FindingWordings>;
