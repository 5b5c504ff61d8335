import { owedBy } from '../plan/obligations.ts';
import { namesEvidence, namesProduct } from '../row-evidence.ts';
import { type HonoursFact, type HonoursPart, shareOfFacts } from './part.ts';

/**
 * Whether what an agency reports can be verified: figures with evidence, finished tasks with their document. What it says is for people to
 * read.
 */
export const evidence: HonoursPart = {
  id: 'evidence',
  name: 'Minh chứng',
  rule:
    'Số dòng có nêu tài liệu trên số dòng cần tài liệu: chỉ tiêu có số liệu (tài liệu kiểm chứng) và nhiệm vụ ghi hoàn thành (số, ký hiệu văn bản hoặc liên kết). ' +
    'Chỉ xét có nêu hay không, không xét nội dung tài liệu.',
  of({ obligations, indicatorRow, reportOf }, agency) {
    const { indicators, tasks } = owedBy(obligations, agency);
    const report = reportOf.get(agency);
    return shareOfFacts(
      [
        ...indicators.flatMap(({ id }): HonoursFact[] => {
          const entry = report?.indicators[id];
          if (!entry || indicatorRow.get(id)?.cells[agency]?.state !== 'reported') return [];
          return [named(id, namesEvidence(entry), 'tài liệu kiểm chứng')];
        }),
        ...tasks.flatMap(({ id }): HonoursFact[] => {
          const entry = report?.tasks[id];
          return entry?.status === 'done' ? [named(id, namesProduct(entry), 'văn bản hoặc liên kết')] : [];
        }),
      ],
      'Không có dòng nào cần tài liệu: chưa có số liệu, chưa có nhiệm vụ hoàn thành.',
    );
  },
};

const named = (row: HonoursFact['row'], isNamed: boolean, what: string): HonoursFact => ({
  row,
  counts: isNamed ? 'for' : 'against',
  says: isNamed ? `Có nêu ${what}` : `Chưa nêu ${what}`,
});
