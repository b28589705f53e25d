import type { Explanations } from '../../explanation.ts';

/** Where a row belongs, and whether the return agrees with itself. */
export const ROW = {
  REGION_UNKNOWN: {
    title: 'Unknown region',
    what: 'The text is no region of the scheme.',
    why: 'For whom the row counts is not known, so it was not counted.',
    mend: 'Write the full name, such as 惠州市惠城区.',
  },
  REGION_MISSING: {
    title: 'Region left blank',
    what: 'A summary has several rows, and this one names no region.',
    why: 'For whom the row counts is not known, so it was not counted.',
    mend: 'Fill in the city and the county.',
  },
  REGION_FILLED: {
    title: 'Region taken from the row above',
    what: 'The region stands in the first row of a group only, without a merge; the rows below took it.',
    why: 'A blank might also mean the own level of the city.',
    mend: 'Check; fill in every row that does not belong to the region above.',
  },
  REGION_TWICE: {
    title: 'Region told twice with different figures',
    what: 'One indicator of one region stands twice in the return, with different figures.',
    why: 'The first one was used; they are never added.',
    mend: 'Check and keep the right one only.',
  },
  REGION_REPEATED: {
    title: 'Region told twice',
    what: 'One region stands twice in the return, with the same figures.',
    why: 'It was counted once.',
    mend: 'Delete one of the two.',
  },
  COUNTY_UNKNOWN: {
    title: 'Unknown county',
    what: 'The text is no county of this city.',
    why: 'The ledger row counts for the city for now, so figures by county are wrong.',
    mend: 'Check the county and write its full name.',
  },
  PART_UNKNOWN: {
    title: 'Unknown county in a title',
    what: 'The file has a table for each county, and the title, cover or sheet of this one, made as those of the others, names no county of the city.',
    why: 'Rows of a ledger count for the city for now; figures of a summary are not counted, lest they pass for those of the city.',
    mend: 'Write the full name of the county; a zone has to be added to the scheme by whoever compiles.',
  },
  REGION_OUTSIDE_SENDER: {
    title: 'Region of another bureau',
    what: 'The region of the row does not belong to the bureau.',
    why: 'The bureau there reports it too, so the row was not counted.',
    mend: 'Check the region; delete rows of other places.',
  },
  TASK_UNKNOWN: {
    title: 'Unknown task',
    what: 'The text is none of the key tasks.',
    why: 'For which task the row counts is not known, so it was not counted.',
    mend: 'Write the name or number of the task as in the form.',
  },
  TASK_MISSING: {
    title: 'Task left blank',
    what: 'The task is blank, and neither title nor sheet name gives it.',
    why: 'For which task the row counts is not known, so it was not counted.',
    mend: 'Fill in the name or number of the task.',
  },
  ACTIVITY_TYPE_UNKNOWN: {
    title: 'Unknown activity type',
    what: 'The text is no activity type of the task.',
    why: 'The row counts for its task only, for no indicator.',
    mend: 'Choose one of the types listed.',
  },
  ACTIVITY_TYPE_MISSING: {
    title: 'Activity type left blank',
    what: 'The activity type is blank.',
    why: 'The row counts for its task only, for no indicator.',
    mend: 'Fill in the activity type as in the form.',
  },
  ACTIVITY_TYPE_OTHER_TASK: {
    title: 'Activity type of another task',
    what: 'The activity type belongs to another task than the row names.',
    why: 'One of them is wrong; the row counts for its task only, for no indicator.',
    mend: 'Correct one of the two.',
  },
  CREDIT_CODE_MISSING: {
    title: 'Credit code left blank',
    what: 'The unified social credit code is blank.',
    why: 'The association is known by its name only: two spellings count as two associations.',
    mend: 'Better fill in the 18 characters; nothing to do for those that are not registered.',
  },
  CREDIT_CODE_WRONG: {
    title: 'Wrong credit code',
    what: 'The code does not have 18 characters, has some that are not allowed, or its check digit does not agree.',
    why: 'It cannot be used; the association is known by its name.',
    mend: 'Compare it with the certificate; the letters I, O, S, V and Z never stand in it.',
  },
  CREDIT_CODE_DIGITS_LOST: {
    title: 'Credit code stored as a number',
    what: 'Excel took a code of digits for a number and lost those after the fifteenth.',
    why: 'They cannot be recovered; the association is known by its name.',
    mend: 'Set the column to the format Text first, then write the 18 characters again.',
  },
  CREDIT_CODE_UNUSUAL: {
    title: 'Unusual credit code',
    what: 'The check digit agrees, but the code does not begin with 51 (association), is of another place or another city than the row, or its characters 9 to 17 do not agree.',
    why: 'It may be the code of a company or another body; it was used all the same.',
    mend: 'Check it; if it is so, explain why.',
  },
  CREDIT_CODE_NAMES: {
    title: 'One code, two names',
    what: 'One credit code stands beside two different names of associations in the same return.',
    why: 'The code may stand in the wrong row, or the association was renamed; it counts as one.',
    mend: 'Check the code; if it is one association, write its registered name throughout.',
  },
  NAME_CREDIT_CODES: {
    title: 'One name, two codes',
    what: 'One name of an association has two different credit codes in the same return.',
    why: 'One of the codes may be wrong; they count as two associations, which may be one too many.',
    mend: 'Check the certificate of registration; if there are two of that name, write their full names.',
  },
  ROW_EMPTY: {
    title: 'Row without content',
    what: 'A row of the ledger holds nothing but its number, region or task.',
    why: 'It may have been left unfinished or be one too many; it is said once, not cell by cell.',
    mend: 'Fill in the activity, or delete the row.',
  },
  FIGURES_BLANK: {
    title: 'Region without any figure',
    what: 'All figures of a region in the summary are blank, or those of the whole form.',
    why: 'Blank is not 0: they count as not reported. It is said once, not cell by cell.',
    mend: 'Fill them in; if nothing took place, write 0 or state 零报告.',
  },
  NIL_NOT_STATED: {
    title: 'All zero, no nil return stated',
    what: 'Every figure asked for is 0, and no cell says 零报告, 无 or 未开展.',
    why: 'The form may not have been filled in; it counts as a nil return for now.',
    mend: 'Check; if nothing took place, write 零报告; otherwise fill it in and send it anew.',
  },
  TOTAL_DIFFERS: {
    title: 'Total differs from its rows',
    what: 'A total is not the sum of the rows it covers, beyond what rounding explains.',
    why: 'The total or a row is wrong; the rows are compiled, not the total.',
    mend: 'Check the total and its rows and correct what is wrong.',
  },
  SUMMARY_LEDGER_DIFFER: {
    title: 'Summary differs from ledger',
    what: 'For one indicator of one region the summary form and the ledger give different figures.',
    why: 'One of them is wrong or leaves something out; the summary is believed unless --basis says otherwise.',
    mend: 'Check both forms and correct what is wrong; add to the ledger what it leaves out; if it is so, explain why.',
  },
} satisfies Partial<Explanations>;
