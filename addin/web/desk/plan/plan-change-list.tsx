import type { ReadPlanWorkbook } from '../../../../contract/routes/read-plan-workbook.ts';
import type { RowId } from '../../../../core/plan/plan.ts';
import { citedAs } from '../../../../core/wording/names.ts';
import { ScrollBox } from '../../../ui/scroll-box.tsx';

type Change = NonNullable<ReadPlanWorkbook['preview']>['changes'][number];

/** As people ask: what is new, what ends, what is called or asked otherwise, and who. */
const GROUPS: readonly { readonly title: string; readonly holds: (change: Change) => boolean }[] = [
  { title: 'Thông tin chung', holds: ({ row, agency }) => row === undefined && agency === undefined },
  { title: 'Dòng mới', holds: ({ row, change }) => row !== undefined && change === 'added' },
  { title: 'Dòng kết thúc', holds: ({ row, change }) => row !== undefined && change === 'ended' },
  { title: 'Dòng bỏ hẳn khỏi kế hoạch', holds: ({ row, change }) => row !== undefined && change === 'removed' },
  { title: 'Dòng sửa tên', holds: ({ row, change }) => row !== undefined && change === 'renamed' },
  { title: 'Dòng sửa nội dung khác', holds: ({ row, change }) => row !== undefined && change === 'changed' },
  { title: 'Đơn vị mới', holds: ({ agency, change }) => agency !== undefined && change === 'added' },
  {
    title: 'Đơn vị thôi dùng, bỏ khỏi danh sách',
    holds: ({ agency, change }) => agency !== undefined && ['ended', 'removed'].includes(change),
  },
  { title: 'Đơn vị sửa tên, thông tin', holds: ({ agency, change }) => agency !== undefined && ['renamed', 'changed'].includes(change) },
];

/** Every change, by what it is; beside each cell of the workbook what stood there before. */
export const PlanChangeList = ({ changes }: { readonly changes: readonly Change[] }) => (
  <>
    {GROUPS.map(({ title, holds }) => {
      const those = changes.filter(holds);
      if (those.length === 0) return null;
      return (
        <ScrollBox key={title} label={title}>
          <table class="plan-changes">
            <caption>
              {title} ({those.length})
            </caption>
            <thead>
              <tr>
                <th scope="col">Nơi sửa</th>
                <th scope="col">Cột</th>
                <th scope="col">Đang áp dụng</th>
                <th scope="col">Theo tệp</th>
              </tr>
            </thead>
            <tbody>
              {those.map((change) => (
                <ChangeLines key={`${change.row}|${change.agency}`} change={change} />
              ))}
            </tbody>
          </table>
        </ScrollBox>
      );
    })}
  </>
);

function ChangeLines({ change: { row, agency, name, cells } }: { readonly change: Change }) {
  const id = row === undefined ? (agency ?? 'Kế hoạch') : citedAs(row as RowId); // rows of a plan that has been checked
  const lines = cells.length > 0 ? cells : [{ column: '', before: '', after: '' }];
  return (
    <>
      {lines.map(({ column, before, after }, k) => (
        <tr key={column}>
          {k === 0 && (
            <th scope="rowgroup" rowSpan={lines.length}>
              {id}
              {name !== '' && <span class="quiet name">{name}</span>}
            </th>
          )}
          <td>{column}</td>
          <td>{before}</td>
          <td>{after}</td>
        </tr>
      ))}
    </>
  );
}
