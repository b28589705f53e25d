import type { Explanations } from '../../explanation.ts';

/** What only earlier periods or other bureaus show. */
export const COMPARE = {
  YTD_DIFFERS: {
    title: 'Year to date and the periods differ',
    what: 'A return gives a year to date, that of the previous period is known, and the two differ by something else than this period; in the first period of a year it must be the period itself.',
    why: 'The year to date or one of the periods is wrong, or earlier figures were revised. The report prints what is given.',
    mend: 'Check both numbers; if earlier figures were revised, send the earlier return again; if they are right, give a reason.',
  },
  YTD_FALLS: {
    title: 'Year to date below that of the period before',
    what: 'An indicator that can only grow within a year has a year to date below that of the previous period.',
    why: 'Mostly a wrong row or column, or an earlier figure that was reduced. Where only the year to date is given, the period cannot be told from it.',
    mend: 'Check it; if earlier figures were reduced, send the earlier return again; if it is right, give a reason.',
  },
  CHANGE_LARGE: {
    title: 'Large change against an earlier period',
    what: 'A bureau’s indicator changed, against the previous period (else a year ago), by the percentage and the number that thresholds set (changePercent, changeAtLeast). Only parts with a value in both periods are compared.',
    why: 'It may be a typing error, a gap or another definition; seasons do it too.',
    mend: 'Check it; if it is right, give a reason, so that it is no longer counted.',
  },
  RATIO_LARGE: {
    title: 'Many times an earlier period',
    what: 'A bureau’s indicator is thresholds.ratioToPrevious times that of the previous period (else of a year ago), or more.',
    why: 'Mostly a wrong unit, such as yuan typed as ten thousand yuan.',
    mend: 'Check the unit; if it is right, give a reason.',
  },
  SAME_AS_PREVIOUS: {
    title: 'Same figures as in the previous period',
    what: 'Of the figures of a return that are not zero (stocks aside), the share given by thresholds.samePercent is the same as in the previous period; returns with fewer than thresholds.sameAtLeast such figures are not compared.',
    why: 'The form of the previous period may have been sent again.',
    mend: 'Check whether these are the figures of the previous period; if they are right, give a reason.',
  },
  OUTLIER: {
    title: 'Far above the peers',
    what: 'Among the bureaus due of one group (else of one upper region): more than thresholds.outlierSpread times the distance of the quartiles above the upper quartile; with fewer than thresholds.outlierBureaus values nothing is compared.',
    why: 'Number or unit may be wrong; a single large event does it too.',
    mend: 'Check number and unit; if it is right, give a reason.',
  },
  EARLIER_PERIOD_EMPTY: {
    title: 'Nothing of that period to compare with',
    what: 'The folder of the previous period or of the year before holds files, but none counts for it: they are of another period or area, or were all rejected.',
    why: 'No rate and no year to date can be made with that period.',
    mend: 'Check whether the folder holds the returns of that period, or name another with --previous or --year-ago.',
  },
} satisfies Partial<Explanations>;
