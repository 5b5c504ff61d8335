import type { FileChild, Paragraph } from 'docx';
import type { Plan } from '../../core/plan/plan.ts';
import { printedParts, type ReportBlock } from '../../core/report-text/narrative-context.ts';
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
  const isHeading = block.kind === 'section' || block.kind === 'heading';
  return text.paragraph(printedParts(block), isHeading ? { ...running, bold: true, keepNext: true } : running);
}
