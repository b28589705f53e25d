import type { Language } from '../message/language.ts';
import { nameOfId } from '../message/subject.ts';
import type { UiTexts } from '../message/ui-texts.ts';
import { inChunks } from '../render/in-chunks.ts';
import type { ReportModel } from '../report/model.ts';
import type { ReportTable } from '../report/understood.ts';
import type { Scheme } from '../scheme/scheme.ts';

/** Formats of the findings. */
export const CHECK_FORMATS = ['text', 'json', 'csv', 'sarif', 'junit', 'github'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** The findings in the words of a language, with what is set beside them. */
export interface FindingsSource {
  readonly model: ReportModel;
  readonly texts: UiTexts;
  readonly language: Language;
  readonly scheme: Scheme;
  /** The tables as understood, for JSON; null when nobody asked for them. */
  readonly tables: readonly ReportTable[] | null;
}

/** The findings in a format that machines read, chunk by chunk; renderers are loaded only when they are asked for. */
export async function renderFindings(
  format: Exclude<CheckFormat, 'text'>,
  { model, texts, language, scheme, tables }: FindingsSource,
): Promise<Iterable<string>> {
  switch (format) {
    case 'json':
      return inChunks((await import('../render/findings/json.ts')).findingsJson(model, tables));
    case 'csv': {
      const { findingsCsv } = await import('../render/findings/csv.ts');
      return inChunks(findingsCsv(model, texts, (id) => nameOfId(id, scheme, language)));
    }
    case 'sarif': {
      const { explainCode } = await import('../message/explain.ts');
      const { findingsSarif } = await import('../render/findings/sarif.ts');
      return inChunks(findingsSarif(model, texts, language, (code) => explainCode(code, scheme, language)));
    }
    case 'junit':
      return inChunks((await import('../render/findings/junit.ts')).findingsJunit(model, texts));
    case 'github':
      return inChunks((await import('../render/findings/github.ts')).findingsGithub(model, texts));
  }
}
