import { FORM_LABELS } from '../message/form-labels.ts';
import type { Column, Scheme } from '../scheme/scheme.ts';

/** What is said beside a cell of a ledger column: whether it must be filled in, and how joint events are counted. */
export function columnPrompt(column: Column, scheme: Scheme): string {
  const { prompts } = FORM_LABELS;
  const types = typeNames(column.requiredFor, scheme);
  const needed =
    column.required || column.type === 'region' ? prompts.required : types.length > 0 ? prompts.requiredFor(types) : '';
  return needed + (column.joint === null ? '' : prompts.joint[column.joint]);
}

/** Names of activity types. */
export function typeNames(ids: readonly string[], { activityTypes }: Scheme): readonly string[] {
  return ids.flatMap((id) => activityTypes.find((type) => type.id === id)?.name ?? []);
}
