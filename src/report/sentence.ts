import { figureOf } from './figure-index.ts';
import { gapsOf, withFurther } from './gaps.ts';
import type { ReportTask } from './model.ts';
import { overallRow } from './overall-rows.ts';
import type { RegionFrame } from './region-rows.ts';
import { type SentenceStyle, type SpokenFigure, sentenceParts } from './sentence-parts.ts';
import type { Sentence } from './views.ts';

/** A task's core indicators that have a value, each followed by its parts (其中), as clauses and as what sentences say. */
export function sentenceOf(task: ReportTask, frame: RegionFrame, style: SentenceStyle): Sentence {
  const spoken: SpokenFigure[] = [];
  for (const indicator of task.indicators) {
    // A part (其中) says something only after its whole.
    const isSaid =
      indicator.parent === null
        ? indicator.tier === 'core'
        : spoken.some((one) => one.indicator.id === indicator.parent);
    const figure = figureOf(frame.figures, frame.area.code, indicator.id);
    if (isSaid && figure !== null && figure.value !== null) spoken.push({ indicator, figure });
  }
  const clauses = spoken.flatMap(({ indicator, figure }) =>
    figure.value === null ? [] : [{ ...overallRow(indicator, frame), prose: style.shorten(figure.value, indicator) }],
  );
  const common = gapsOf(clauses);
  return { clauses: withFurther(clauses, common), common, parts: sentenceParts(spoken, frame, style) };
}
