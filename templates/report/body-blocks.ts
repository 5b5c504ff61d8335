import type { FileChild, Paragraph } from 'docx';
import type { Plan } from '../../core/plan/plan.ts';
import type { ReportBlock } from '../../core/report-text/narrative-context.ts';
import { twips } from './docx-look.ts';
import type { DocumentText } from './docx-text.ts';
import { resultBars } from './result-bars.ts';
import { resultChart } from './result-chart.ts';

const INDENT = twips(12.7);

/** The paragraphs of a report's text; body 14 points, justified, the first line indented (Nghị định 30/2020/NĐ-CP, Phụ lục I);
 * the last one stays with the signature. */
export function bodyBlocks(blocks: readonly ReportBlock[], plan: Plan, text: DocumentText): FileChild[] {
  const last = blocks.at(-1);
  return blocks.flatMap((block) => {
    if (block.kind === 'chart') {
      const bars = resultBars(block.of, plan);
      return bars ? resultChart(bars) : [];
    }
    return [paragraphOfBlock(block, text, block === last)];
  });
}

function paragraphOfBlock(block: Exclude<ReportBlock, { kind: 'chart' }>, text: DocumentText, keepNext: boolean): Paragraph {
  const running = { align: 'justified', firstLine: INDENT, before: 6, keepNext } as const;
  switch (block.kind) {
    case 'section':
      return text.paragraph([`${block.number}. ${block.title}`], { ...running, bold: true, keepNext: true });
    case 'heading':
      return text.paragraph(block.parts, { ...running, bold: true, keepNext: true });
    case 'paragraph':
      return text.paragraph(block.parts, running);
    case 'item':
      return text.paragraph(['- ', ...block.parts], running);
    case 'quote':
      return text.paragraph(['+ ', ...block.parts], running);
  }
}
