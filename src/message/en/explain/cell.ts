import type { Explanations } from '../../explanation.ts';

/** Numbers, dates, yes and no in single cells. */
export const CELL = {
  REQUIRED_BLANK: {
    title: 'Required cell left blank',
    what: 'A required column of the ledger or a core indicator of the summary is blank.',
    why: 'Blank is not zero: it counts as missing, and sums over it are marked incomplete.',
    mend: 'Fill it in; for a number of which there was nothing, write 0 or 无; a name or title must be written.',
  },
  EXPECTED_BLANK: {
    title: 'Number expected for this activity type',
    what: 'An activity of this type should have a number here.',
    why: 'The sum becomes too small and is marked incomplete.',
    mend: 'Fill it in; where there was nothing, write 0.',
  },
  NUMBER_UNREADABLE: {
    title: 'Not a number',
    what: 'The cell does not hold a single number (若干, 3-5, 2场/150人), or a unit that does not suit the column.',
    why: 'It was not counted, since nothing is guessed; sums over it are marked incomplete.',
    mend: 'Write one number, such as 120.',
  },
  NUMBER_NEGATIVE: {
    title: 'Negative number',
    what: 'A quantity or amount is below 0.',
    why: 'There is no such quantity, so it was not counted; earlier errors are corrected in the earlier return.',
    mend: 'Check and correct it.',
  },
  NUMBER_NOT_WHOLE: {
    title: 'Whole number expected',
    what: 'A count of associations, people or events has decimals.',
    why: 'Whether the decimal point or the unit is wrong is not known, so it was not counted.',
    mend: 'Write a whole number in the unit of the form.',
  },
  NUMBER_TELEPHONE: {
    title: 'A telephone number',
    what: 'A column for a count holds the 11 digits of a mobile telephone number.',
    why: 'Most likely it stands in the wrong column, or the row has slid; it was not counted, and only its ends are shown.',
    mend: 'Check the columns of this row and write the number that is asked for.',
  },
  NUMBER_APPROXIMATE: {
    title: 'Approximate number',
    what: 'The number stands with a word such as 约, 近, 余 or 以上.',
    why: 'The number was counted as written, so the sum is not exact.',
    mend: 'Find out and write the exact number.',
  },
  NUMBER_TOO_FINE: {
    title: 'Too many decimals',
    what: 'The number has more decimals than money has, or than can be kept.',
    why: 'It was rounded; the unit or a formula is probably wrong.',
    mend: 'Check the unit and the decimal point; money is in 万元, usually with two decimals.',
  },
  AMOUNT_LARGE: {
    title: 'Very large amount',
    what: 'A ledger cell in 万元 that states no unit itself reaches the limit of the scheme (10,000 in the sample: 100 million yuan).',
    why: 'Often yuan were written for 万元, which makes the sum ten thousand times too large; it was counted as written.',
    mend: 'Check the unit and convert yuan to 万元; if the amount is right, explain why, or write the unit in the cell.',
  },
  CELL_ERROR: {
    title: 'Error of a formula',
    what: 'The cell shows #REF!, #DIV/0!, #N/A or the like.',
    why: 'There is no value, so nothing was counted.',
    mend: 'Mend the formula or write the content itself.',
  },
  FORMULA_UNCACHED: {
    title: 'Formula without result',
    what: 'The cell is a formula whose result the file does not hold.',
    why: 'huizong does not calculate in place of Excel, so nothing was counted.',
    mend: 'Open the file in Excel or WPS, let it calculate, save it and send it anew.',
  },
  DATE_UNREADABLE: {
    title: 'Not a date',
    what: 'No day can be told from the cell (30 February, 近期).',
    why: 'Whether the row belongs to the period cannot be checked; it still counts.',
    mend: 'Write 2024-03-15, or 2024-03-15至2024-03-17 for several days.',
  },
  DATE_MISSING: {
    title: 'Date left blank',
    what: 'The date of the activity is blank.',
    why: 'Whether the row belongs to the period cannot be checked; it still counts.',
    mend: 'Fill in the date, such as 2024-03-15.',
  },
  DATE_AMBIGUOUS: {
    title: 'Date that can be read in two ways',
    what: 'The text may be several dates, or a number: 3.5 may be 5 March.',
    why: 'The likelier one was taken.',
    mend: 'Write year-month-day, such as 2024-03-15.',
  },
  DATE_REVERSED: {
    title: 'End before start',
    what: 'The end date is before the start date.',
    why: 'One of them is wrong; the start was used.',
    mend: 'Check both dates and send the file anew.',
  },
  DATE_OUTSIDE_PERIOD: {
    title: 'Date outside the period',
    what: 'The activity begins in another period.',
    why: 'It may have been reported before; it still counts in this period.',
    mend: 'Check the date; delete what was reported before; if it is reported late, explain that.',
  },
  DATE_FUTURE: {
    title: 'Date in the future',
    what: 'The activity begins after the date of the report.',
    why: 'It has not taken place; it still counts for now.',
    mend: 'Check the date; report activities once they have taken place.',
  },
  BOOLEAN_UNREADABLE: {
    title: 'Neither yes nor no',
    what: 'A yes/no column holds something else.',
    why: 'It counts as no, and figures that need it are marked incomplete.',
    mend: 'Write 是 or 否.',
  },
  VALUE_NOT_LISTED: {
    title: 'Value not allowed',
    what: 'A column that takes one of a few words holds something else.',
    why: 'The text was not used; the row counts.',
    mend: 'Choose one of the words listed.',
  },
} satisfies Partial<Explanations>;
