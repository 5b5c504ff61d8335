import { type JoinedTask, joinedTasks } from '../../core/overview/joined-rows.ts';
import { type OfficialLine, type OfficialTable, officialTable } from '../../core/report-text/official-table.ts';
import { squash } from '../../core/text.ts';
import type { AgencyAnswer } from './agency-answers.ts';
import { documentsOf } from './documents.ts';
import { headingAfter } from './heading-after.ts';
import type { OfficialRequest } from './official-request.ts';

interface NamedDocument extends AgencyAnswer {
  readonly number: number;
  readonly task: JoinedTask['task'];
}

/** The agencies behind the numbers in the tables of tasks, each with all that it named: an annex of its own, on request. */
export function namesTable(request: OfficialRequest): OfficialTable {
  const { agency } = request.obligations;
  const documents = documentsOf(request, 'whole');
  const lines = joinedTasks(request).flatMap(({ task }): OfficialLine<NamedDocument>[] => {
    const answers = documents(task.id);
    if (answers.length === 0) return [];
    return [
      { heading: { tt: task.tt ?? '', title: squash(task.name) } },
      ...answers.map((answer, k) => ({ row: task.id, item: { ...answer, number: k + 1, task } })),
    ];
  });
  return officialTable<NamedDocument>(
    {
      heading: headingAfter(request.obligations.plan.appendices),
      titles: ['DANH SÁCH ĐƠN VỊ NÊU VĂN BẢN, SẢN PHẨM'],
      attached: request.head.attached,
    },
    [
      { key: 'tt', header: 'TT', align: 'centre', weight: 'regular', says: ({ number }) => [String(number)] },
      {
        key: 'agency',
        header: 'Đơn vị',
        align: 'left',
        weight: 'regular',
        says: (answer) => [agency.get(answer.agency)?.name ?? answer.agency],
      },
      { key: 'documents', header: 'Văn bản, sản phẩm', align: 'left', weight: 'regular', says: ({ text }) => [text] },
    ],
    lines,
  );
}
