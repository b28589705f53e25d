import { FORM_LABELS } from '../message/form-labels.ts';
import { sheetNames } from '../ooxml/sheet-name.ts';
import { formMark } from '../scheme/form-mark.ts';
import type { FormRequest } from './form-request.ts';
import type { FormLayout } from './layout.ts';
import { ledgerLayout } from './ledger-layout.ts';
import { summaryLayout } from './summary-layout.ts';

/** The layout of the return that is wanted, made from the scheme. */
export function returnLayout(request: FormRequest): FormLayout {
  const { scheme, bureau, period, forms } = request;
  const { forms: words } = scheme.words;
  const [ledger = '', summary = ''] = sheetNames([words.ledger[0] ?? 'ledger', words.summary[0] ?? 'summary']);
  return {
    bureau,
    period,
    mark: formMark(scheme),
    summary: forms.includes('summary') ? summaryLayout(request, summary) : null,
    ledger: forms.includes('ledger') ? ledgerLayout(request, ledger) : null,
  };
}

/** The name of a return's file, without its extension. */
export function returnName({ bureau, period }: FormLayout, cityName: string | null): string {
  return FORM_LABELS.fileName(cityName ?? '', bureau.name, period);
}
