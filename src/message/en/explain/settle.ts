import type { Explanations } from '../../explanation.ts';

/** What only several rows or returns together show. */
export const SETTLE = {
  DUPLICATE_ACTIVITY: {
    title: 'One activity reported twice',
    what: 'One association tells an activity of the same title, first day, venue and city more than once, in one return or in those of a city and its county.',
    why: 'Only the first row counts (in order of bureau, file, sheet and row); the others are listed among the rows set aside, with the row they repeat.',
    mend: 'Delete the row that is one too many; if there are two activities, say in the titles which is which; if it is so, explain why.',
  },
  JOINT_EVENT_DIFFERS: {
    title: 'Rows of a joint event differ',
    what: 'Several associations held one event (same title, first day, venue and city), and their rows give different numbers for it.',
    why: 'The event counts once, with the number of the association that led it, else that of the first row. What each gave by itself, such as funds, is not touched.',
    mend: 'Agree on one number and give it in every row; if there are two events, say in the titles which is which.',
  },
  CITY_COUNTY_DIFFER: {
    title: 'Stated total differs from own level and counties',
    what: 'The total that a city (or the province) states is not the sum of what its parts say, beyond what rounding explains. For a county with a return of its own, that return is meant. Associations may be fewer than their parts say.',
    why: 'One of them is wrong; the sum is compiled when all parts are known, else the stated total.',
    mend: 'Check with the counties and the own level, correct what is wrong and send it anew.',
  },
} satisfies Partial<Explanations>;
