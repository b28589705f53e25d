import { REPORT_LABELS } from '../report-labels.ts';
import type { StatusTexts } from '../ui-texts.ts';

const { timeliness, chase, columns } = REPORT_LABELS;

/** 报送情况与催报. */
export const STATUS: StatusTexts = {
  columns: {
    bureau: columns.bureau,
    state: columns.state,
    timeliness: columns.timeliness,
    received: columns.received,
    deadline: columns.deadline,
    forms: columns.forms,
  },
  timeliness,
  why: chase,
  nil: (state) => `${state}（零报告）`,
  rates: ({ reported, accepted, onTime }, untimed) =>
    `报送率 ${percent(reported)}，合格率 ${percent(accepted)}，及时率 ${percent(onTime)}${untimed > 0 ? `（${untimed} 个单位的收到日期未登记）` : ''}`,
  offRoster: (count) => `不在应报名单、但已报送的单位 ${count} 个`,
  unknownSenders: (count) => `填报单位不在汇总范围内的文件 ${count} 个`,
  chase: (count) => `催报名单 ${count} 个`,
  noChase: '没有需要催报的单位。',
  lacking: (why, forms) => `${why}（缺${forms}）`,
  due: (date) => `期限 ${date}`,
  days: (late) => (late === 0 ? '未到期' : `逾期 ${late} 天`),
  recorded: (path, count, date) => `已在 ${path} 登记 ${count} 份文件的收到日期 ${date}：`,
  nothingToRecord: (path) => `没有新收到的文件，${path} 没有改动。`,
};

function percent(rate: number | null): string {
  return rate === null ? '—' : `${rate.toFixed(1)}%`;
}
