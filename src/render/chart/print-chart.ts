import { PICTURE_FOLDER } from '../../model/manifest.ts';
import type { ReportModel } from '../../report/model.ts';
import { escapeFor } from '../escape.ts';
import type { ChartHelper } from '../helpers/report-helpers.ts';
import { filled } from '../helpers/words.ts';
import { markup } from '../markup.ts';
import { element, escapeXml } from '../svg/element.ts';
import { inlineSvg, svgFile } from '../svg/picture.ts';
import { chartOf } from './chart.ts';

/** A picture that stands beside a document: its name from there, with forward slashes. */
export interface PictureFile {
  readonly name: string;
  readonly content: string;
}

/** Charts of one HTML document: figures with caption; a chart that is shown again has an id of its own. */
export function htmlCharts(model: ReportModel): ChartHelper {
  const shown = new Map<string, number>();
  return (kind, indicator) => {
    const made = chartOf(model, kind, indicator);
    if (made === null) return '';
    const { name, chart } = made;
    const count = (shown.get(name) ?? 0) + 1;
    shown.set(name, count);
    const id = count === 1 ? `chart-${name}` : `chart-${name}-${count}`;
    const notes = chart.notes.map((note) => element('small', {}, escapeXml(note)));
    const caption = element('figcaption', {}, escapeXml(chart.title), ...notes);
    return markup(element('figure', { class: 'chart' }, inlineSvg(chart.picture, { ...chart, id }), caption));
  };
}

/** Charts of one Markdown document: pictures with their titles; the files themselves are put into `files` by name. */
export function markdownCharts(model: ReportModel, files: Map<string, PictureFile>): ChartHelper {
  return (kind, indicator) => {
    const made = chartOf(model, kind, indicator);
    if (made === null) return '';
    const name = `${PICTURE_FOLDER}/${made.name}.svg`;
    files.set(name, { name, content: svgFile(made.chart.picture, { ...made.chart, id: `chart-${made.name}` }) });
    const { title, notes } = made.chart;
    const caption = [filled(model.labels.charts.caption, { title }), ...notes].join('');
    return markup(`![${escapeFor('md', title)}](${name})\n\n${escapeFor('md', caption)}`);
  };
}
