import type { CreditCodeReason } from '../../model/finding-codes.ts';
import type { FindingWordings, Subject } from '../wording.ts';
import { count } from './plural.ts';

/** Findings about what a cell says, and about figures that do not agree. */
export const CELL_FINDINGS = {
  ROW_EMPTY: () => ({
    message: 'The row holds nothing but its number, region or task.',
    hint: 'Fill it in, or delete it when there was no activity.',
  }),
  FIGURES_BLANK: ({ names }) => ({
    message: `No figure at all was filled in for ${names.join(', ')}.`,
    hint: 'Fill them in; if nothing took place, write 0, or state 零报告.',
  }),
  REQUIRED_BLANK: ({ name, wanted }, { quote, nameOf }) => ({
    message: `${quote(nameOf(name))} is required and was left blank.`,
    hint: wanted === 'number' ? 'Fill it in; if there was none, write 0 or 无.' : 'Fill it in; 无 or / will not do.',
  }),
  EXPECTED_BLANK: ({ name, type }, { quote, nameOf }) => ({
    message: `An activity of the type ${quote(nameOf(type))} needs ${quote(nameOf(name))}; blank makes the sum too small.`,
    hint: 'Fill it in; if there was none, write 0.',
  }),
  NUMBER_UNREADABLE: (_, subject) => ({
    message: `${that(subject)} is not one number and was not counted.`,
    hint: 'Write a single number such as 120, in the unit of the column; no words, ranges (3-5) or several figures (2场/150人).',
  }),
  NUMBER_NEGATIVE: (_, subject) => ({
    message: `${that(subject)} is negative and was not counted.`,
    hint: 'A quantity is never below 0: check and correct it.',
  }),
  NUMBER_NOT_WHOLE: (_, subject) => ({
    message: `${that(subject)} has decimals where a whole number is asked for, and was not counted.`,
    hint: 'Write a whole number, in the unit of the form.',
  }),
  NUMBER_TELEPHONE: (_, subject) => ({
    message: `${that(subject)} is a mobile telephone number and was not counted.`,
    hint: 'It may stand in the wrong column: write the number that is asked for here, and the telephone where it belongs.',
  }),
  NUMBER_APPROXIMATE: ({ used }, subject) => ({
    message: `${that(subject)} is approximate; ${used} was counted for now.`,
    hint: 'Find out and write the exact number.',
  }),
  NUMBER_TOO_FINE: ({ used }, subject) => ({
    message: `${that(subject)} has too many decimals; ${used} was counted.`,
    hint: 'Check the unit and the decimal point; money is in 万元, usually with two decimals.',
  }),
  AMOUNT_LARGE: ({ amount, unit }, subject) => ({
    message: `${that(subject)} was counted as ${amount} ${unit}, which is very much; the unit may be wrong.`,
    hint: `Check it; if it was meant in 元, write it in ${unit}; if it is so, explain why.`,
  }),
  CELL_ERROR: (_, subject) => ({
    message: `${that(subject)} is the error of a formula and was not counted.`,
    hint: 'Mend the formula or write the content itself.',
  }),
  FORMULA_UNCACHED: () => ({
    message: 'The cell is a formula whose result the file does not hold; it was not counted.',
    hint: 'Open the file in Excel or WPS, let it calculate, save it and send it anew.',
  }),
  DATE_UNREADABLE: (_, subject) => ({
    message: `${that(subject)} cannot be read as a date.`,
    hint: 'Write 2024-03-15, or 2024-03-15至2024-03-17 for several days.',
  }),
  DATE_MISSING: () => ({
    message: 'The date is blank, so whether the row belongs to the period cannot be checked.',
    hint: 'Fill in the date, such as 2024-03-15.',
  }),
  DATE_AMBIGUOUS: ({ used }, subject) => ({
    message: `${that(subject)} could be several dates; it was taken as ${used}.`,
    hint: 'Write year-month-day, such as 2024-03-15.',
  }),
  DATE_REVERSED: ({ start, end }) => ({
    message: `The end ${end} is before the start ${start}.`,
    hint: 'Check both dates and send the file anew.',
  }),
  DATE_OUTSIDE_PERIOD: ({ date, period }, subject) => ({
    message: `The date ${date} is outside ${subject.period(period)}; the row still counts in it.`,
    hint: 'Check the date; delete activities of other periods from this ledger.',
  }),
  DATE_FUTURE: ({ date, asOf }) => ({
    message: `The date ${date} is after the report's date ${asOf}: the activity has not taken place.`,
    hint: 'Check the date; report activities once they have taken place.',
  }),
  BOOLEAN_UNREADABLE: (_, subject) => ({
    message: `${that(subject)} is neither yes nor no.`,
    hint: 'Write 是 or 否; blank means no.',
  }),
  VALUE_NOT_LISTED: ({ allowed }, subject) => ({
    message: `${that(subject)} is not one of the values allowed.`,
    hint: `Choose one of: ${subject.list(allowed)}.`,
  }),
  REGION_UNKNOWN: ({ nearest }, subject) => ({
    message: `${that(subject)} is no known region; the row was not counted.`,
    hint: nearest.length > 0 ? `Did you mean ${subject.list(nearest)}? Write the full name.` : 'Write the full name.',
  }),
  REGION_MISSING: () => ({
    message: 'The region is blank; the row was not counted.',
    hint: 'Fill in the city and the county.',
  }),
  REGION_FILLED: (_, { name, quote }) => ({
    message: `${name === null ? 'The region' : quote(name)} is blank; the row was counted for the region above it.`,
    hint: 'Check; if the row does not belong there (but to the own level of the city, say), fill in every row.',
  }),
  REGION_TWICE: ({ region, other, name, kept, ignored, cells }, { nameOf }) => ({
    message: `${nameOf(region)} stands there twice with ${count(cells, 'different figure')}: ${nameOf(name)} is ${kept} at ${other} but ${ignored} here; the former was used.`,
    hint: 'Check and keep the right one only.',
  }),
  REGION_REPEATED: ({ region, other }, { nameOf }) => ({
    message: `${nameOf(region)} stands there twice, here the same as at ${other}; it was counted once.`,
    hint: 'Delete one of the two.',
  }),
  COUNTY_UNKNOWN: ({ city, nearest }, subject) => ({
    message: `${that(subject)} is no county of ${subject.nameOf(city)}; the row counts for ${subject.nameOf(city)} for now.`,
    hint: nearest.length > 0 ? `Did you mean ${subject.list(nearest)}? Write the full name.` : 'Write the full name.',
  }),
  PART_UNKNOWN: ({ city, form }, subject) => ({
    message: `${that(subject)} names no county of ${subject.nameOf(city)}; ${form === 'ledger' ? `its rows count for ${subject.nameOf(city)} for now` : 'its figures were not counted'}.`,
    hint: 'Write the full name of the county in the title, the cover or the name of the sheet; zones that the scheme lacks are for whoever compiles to add.',
  }),
  REGION_OUTSIDE_SENDER: ({ region, sender }, { nameOf }) => ({
    message: `${nameOf(region)} does not belong to the bureau ${nameOf(sender)}; the row was not counted.`,
    hint: 'Check the region; activities elsewhere are reported by the bureau there.',
  }),
  TASK_UNKNOWN: (_, subject) => ({
    message: `${that(subject)} is none of the key tasks; the row was not counted.`,
    hint: 'Write the name or number of the task as in the form.',
  }),
  TASK_MISSING: () => ({
    message: 'The key task is blank; the row was not counted.',
    hint: 'Fill in the name or number of the task.',
  }),
  ACTIVITY_TYPE_UNKNOWN: ({ allowed }, subject) => ({
    message: `${that(subject)} is no activity type of the form; the row counts for its task only, for no indicator.`,
    hint: allowed.length > 0 ? `Choose one of: ${subject.list(allowed)}.` : 'Use an activity type of the form.',
  }),
  ACTIVITY_TYPE_MISSING: () => ({
    message: 'The activity type is blank; the row counts for its task only, for no indicator.',
    hint: 'Fill in the activity type as in the form.',
  }),
  ACTIVITY_TYPE_OTHER_TASK: ({ type, task, typeTask }, { quote, nameOf }) => ({
    message: `The activity type ${quote(nameOf(type))} belongs to ${quote(nameOf(typeTask))}, not to ${quote(nameOf(task))}.`,
    hint: 'Correct one of the two; until then the row counts for no indicator.',
  }),
  CREDIT_CODE_MISSING: () => ({
    message: 'The unified social credit code is blank; the association is known by its name only.',
    hint: 'Better fill in the 18 characters: two spellings of a name would count as two associations.',
  }),
  CREDIT_CODE_WRONG: ({ reason }, subject) => ({
    message: `The credit code${subject.raw === null ? '' : ` ${subject.raw}`} is wrong: ${creditCode(reason)}.`,
    hint: 'Compare it with the certificate; the letters I, O, S, V and Z never stand in it.',
  }),
  CREDIT_CODE_DIGITS_LOST: (_, subject) => ({
    message: `The credit code${subject.raw === null ? '' : ` ${subject.raw}`} was stored as a number; its last digits are lost.`,
    hint: 'Set the column to the format Text first, then write the 18 characters again.',
  }),
  CREDIT_CODE_UNUSUAL: ({ reason }, subject) => ({
    message: `The credit code${subject.raw === null ? '' : ` ${subject.raw}`} is unusual: ${creditCode(reason)}.`,
    hint: 'Check it; codes of associations begin with 51 and the division code of their registrar.',
  }),
  CREDIT_CODE_NAMES: ({ code, name, other, at }, { quote }) => ({
    message: `Credit code ${quote(code)} stands for ${quote(name)} here and for ${quote(other)} in ${at}.`,
    hint: 'Check the code, or whether the association has changed its name.',
  }),
  NAME_CREDIT_CODES: ({ name, code, other, at }, { quote }) => ({
    message: `${quote(name)} has credit code ${quote(code)} here and ${quote(other)} in ${at}.`,
    hint: 'Check the codes; give the full names if they are two associations.',
  }),
  NIL_NOT_STATED: () => ({
    message: 'Every figure is 0, but nothing says that this is a nil return.',
    hint: 'Check; if nothing took place, write 零报告 on the form; otherwise fill in what is missing and send it anew.',
  }),
  TOTAL_DIFFERS: ({ stated, sum, difference }, { name }) => ({
    message: `${name ?? 'Total'}: stated ${stated}, the rows add up to ${sum}, difference ${difference}.`,
    hint: 'Check the total and its rows and correct what is wrong.',
  }),
  SUMMARY_LEDGER_DIFFER: ({ summary, ledger, difference }, { name }) => ({
    message: `${name ?? 'Indicator'}: summary form ${summary}, ledger ${ledger}, difference ${difference}.`,
    hint: 'Check both forms and correct what is wrong; add to the ledger what it leaves out.',
  }),
} satisfies Partial<FindingWordings>;

/** The cell's text with the column's name, as far as they are known. */
function that({ raw, name, quote }: Subject): string {
  const of = name === null ? '' : ` of ${quote(name)}`;
  return raw === null ? `The content${of === '' ? ' of the cell' : of}` : `${raw}${of}`;
}

const CREDIT_CODE: Readonly<Record<CreditCodeReason, string>> = {
  length: 'it does not have 18 characters',
  alphabet: 'it has characters that are not allowed',
  checkDigit: 'its last character does not agree with the others; one may be mistyped',
  organisationDigit: 'the check digit of characters 9 to 17 does not agree',
  category: 'it does not begin with 51 (association)',
  division: 'the division code in it is of another place',
  otherCity: 'it was issued by the registrar of another city',
};

function creditCode(reason: string): string {
  return new Map(Object.entries(CREDIT_CODE)).get(reason) ?? reason;
}
