import { FORM_LABELS } from '../message/form-labels.ts';
import { periodLabel } from '../message/report-labels.ts';
import { formMark } from '../scheme/form-mark.ts';
import type { FormRequest } from './form-request.ts';
import type { CoverField } from './layout.ts';

/** A field of the cover before it has a place. */
export interface LabelledField {
  readonly field: CoverField;
  readonly label: string;
}

/** Who fills in the form, for when, and which form it is: texts as a cover has them, label and value in one. */
export function fixedTexts({ scheme, bureau, period }: FormRequest): readonly [string, string, string] {
  const { coverLabels } = scheme.words;
  return [
    FORM_LABELS.labelled(coverLabels.bureau[0] ?? '', bureau.name),
    FORM_LABELS.labelled(coverLabels.period[0] ?? '', periodLabel(period)),
    FORM_LABELS.labelled(coverLabels.form[0] ?? '', formMark(scheme)),
  ];
}

/** What the clerk signs with: who answers for the form, the personal columns that a summary may have, the date. */
export function signOffFields({ scheme }: FormRequest): readonly LabelledField[] {
  const { signOffs, coverLabels } = scheme.words;
  const personal = scheme.columns.filter(({ type, forms }) => type === 'personal' && forms.includes('summary'));
  const fields = [
    { field: 'head', label: signOffs[0] ?? '' },
    ...personal.map(({ id, name }) => ({ field: id, label: name })),
    { field: 'date', label: coverLabels.date[0] ?? '' },
  ];
  return fields.map(({ field, label }) => ({ field, label: FORM_LABELS.labelled(label, '') }));
}

/** An explicit statement that nothing took place. */
export const NIL_FIELD: LabelledField = { field: 'nil', label: FORM_LABELS.nil };
