import type { FindingWordings } from '../wording.ts';

/** Findings of settling: what only several rows or returns together show. */
export const SETTLE_FINDINGS = {
  DUPLICATE_ACTIVITY: ({ at }, { raw }) => ({
    message: `The association's activity ${raw ?? ''} is the one at ${at} (same title, day, venue and city): that one counts, this row does not.`,
    hint: 'Delete one of the rows; if these are two activities, say in the titles which is which.',
  }),
  JOINT_EVENT_DIFFERS: ({ kept, ignored, at }, { name }) => ({
    message: `${name ?? 'Number'}: of one event held by several associations ${at} says ${kept}, this row ${ignored}; the event counts once, with ${kept}.`,
    hint: 'Agree on one number with the others and give it in every row; if these are two events, say in the titles which is which.',
  }),
  CITY_COUNTY_DIFFER: ({ stated, sum, difference, lacks }, { name, nameOf, list }) => ({
    message: `${name ?? 'Number'}: the total is given as ${stated}, ${lacks.length > 0 ? `the parts known (without ${list(lacks.map(nameOf))})` : 'the parts'} add up to ${sum}; the difference is ${difference}.`,
    hint: 'Check the returns of the counties and the own level, and correct what is wrong; where a county sent its own return, that one counts.',
  }),
} satisfies Partial<FindingWordings>;
