import { doneWithoutProduct } from '../form/states.ts';
import { namesProduct } from '../row-evidence.ts';
import { foundIn } from './found-in.ts';
import { NO_FACTS, none, rule } from './rule.ts';
import { answeredTasks } from './tasks.ts';

/** A finished task names its product: number and symbol of the document, or a link (notes, "Evidence"). */
export const doneWithEvidence = rule({
  id: 'done-with-evidence',
  severity: 'warning',
  stage: 'report',
  facts: NO_FACTS,
  sentence: () => 'Nhiệm vụ ghi hoàn thành nhưng chưa có số, ký hiệu văn bản hoặc liên kết. Bổ sung để chứng minh kết quả.',
  refusal: none,
  setting: { name: 'Hoàn thành thì có văn bản hoặc liên kết', allows: 'severity' },
  reason: none,
  fixes: none,
  live: ({ table }) =>
    table === 'tasks' ? [{ at: 'product', when: doneWithoutProduct, says: '▲ Hoàn thành: ghi số, ký hiệu văn bản hoặc liên kết.' }] : [],
  check: (report, context) =>
    foundIn(answeredTasks(report, context), ({ row, entry }) =>
      entry.status === 'done' && !namesProduct(entry) ? { row, field: 'document', facts: {} } : null,
    ),
});
