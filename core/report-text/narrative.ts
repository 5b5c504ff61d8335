import { formatDate } from '../format.ts';
import { generalSituation } from './general-situation.ts';
import { indicatorResults } from './indicator-results.ts';
import { type NarrativeContext, paragraphOf, type ReportBlock, reportSentence } from './narrative-context.ts';
import { shortcomings } from './shortcomings.ts';
import { taskResults } from './task-results.ts';
import { periodFields } from './templates.ts';
import { plainWords } from './text-part.ts';

/** The report's abstract, below its name. */
export const abstractOf = (ground: NarrativeContext): string => {
  const { plan, period } = ground.obligations;
  return plainWords(reportSentence(ground, 'abstract', { plan: plan.title, ...periodFields(period) }));
};

/** The report's text from its opening to its end, made of the matrix and of what agencies wrote: nothing is invented. */
export function narrativeOf(ground: NarrativeContext): ReportBlock[] {
  const { plan, period } = ground.obligations;
  const { issuer } = ground;
  const section = (number: string, title: string): ReportBlock => ({ kind: 'section', number, title });
  const opening = { plan: plan.title, number: plan.number, date: formatDate(plan.date), issuer, ...periodFields(period) };
  return [
    paragraphOf(reportSentence(ground, 'opening', opening)),
    section('I', 'TÌNH HÌNH CHUNG'),
    ...generalSituation(ground),
    section('II', 'KẾT QUẢ THỰC HIỆN CHỈ TIÊU'),
    ...orNone(indicatorResults(ground), 'Trong kỳ không có chỉ tiêu đến kỳ báo cáo.'),
    section('III', 'KẾT QUẢ THỰC HIỆN NHIỆM VỤ'),
    ...orNone(taskResults(ground), 'Kế hoạch không giao nhiệm vụ phải báo cáo trong kỳ.'),
    section('IV', 'TỒN TẠI, NGUYÊN NHÂN'),
    ...shortcomings(ground),
    section('V', 'ĐỀ XUẤT, KIẾN NGHỊ'),
    ...plainWords(reportSentence(ground, 'proposals', {}))
      .split('\n')
      .map((line) => paragraphOf([line])),
    paragraphOf(reportSentence(ground, 'closing', { ...periodFields(period), issuer })),
  ];
}

/** No heading stands over nothing. */
const orNone = (blocks: readonly ReportBlock[], none: string): readonly ReportBlock[] =>
  blocks.length > 0 ? blocks : [paragraphOf([none])];
