import type { FormLayout } from '../form/layout.ts';
import { returnLayout } from '../form/return-layout.ts';
import type { ReturnValues } from '../form/return-values.ts';
import type { Period } from '../period/period.ts';
import { regionIndex, regionOf } from '../scheme/regions.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { columnsWithout, type Draft } from './draft.ts';
import { ledgerColumns, partsTold } from './questions.ts';

/** A draft as the standard return: which form, and what stands in it. Null when the bureau is no region. */
export function standardReturn(
  draft: Draft,
  period: Period,
  scheme: Scheme,
): { readonly layout: FormLayout; readonly values: ReturnValues } | null {
  const bureau = regionOf(regionIndex(scheme), draft.bureau);
  if (bureau === null) return null;
  const hasRows = draft.activities.length > 0;
  const forms = draft.forms.filter((form) => form !== 'ledger' || hasRows || draft.nil);
  const parts = partsTold(scheme, draft.bureau, draft.regions);
  const indicators = scheme.indicators.map(({ id }) => id);
  const columns = ledgerColumns(scheme, draft.bureau).map(({ id }) => id);
  const [nil = ''] = scheme.words.nilStatements;
  return {
    layout: returnLayout({
      scheme,
      bureau,
      period,
      forms,
      parts,
      regions: draft.regions,
      without: columnsWithout(draft),
    }),
    values: {
      cover: draft.nil ? { nil } : {},
      figures: draft.regions.flatMap((region) =>
        indicators.flatMap((indicator) => {
          const text = draft.summary[region]?.[indicator] ?? '';
          return text === '' ? [] : { region, indicator, text };
        }),
      ),
      activities: draft.activities.map(({ answers }) =>
        Object.fromEntries(columns.map((id) => [id, answers[id] ?? ''])),
      ),
    },
  };
}
