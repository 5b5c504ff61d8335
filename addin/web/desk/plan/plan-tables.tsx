import type { Indicator, Task } from '../../../../core/plan/plan.ts';
import { rowsOfTable, sheetsOf } from '../../../../core/tables/sheets-of.ts';
import { citedAs } from '../../../../core/wording/names.ts';
import { ScrollBox } from '../../../ui/scroll-box.tsx';
import type { DeskProps } from '../desk-props.ts';

/** The tables of the plan with their rows: what is asked, and of whom. */
export function PlanTables({ plan, nameOf }: Pick<DeskProps, 'plan' | 'nameOf'>) {
  const groups = new Map(plan.agencyGroups.map(({ id, name }) => [id, name]));
  const whoIn = (codes: readonly string[]): string => codes.map((code) => groups.get(code) ?? nameOf(code)).join('; ');
  return (
    <section class="panel">
      <h3>Các bảng</h3>
      {sheetsOf(plan).map((sheet) => {
        const rows = rowsOfTable<Indicator | Task>(plan[sheet.kind], sheet);
        return (
          <details key={sheet.title}>
            <summary>
              {sheet.title}: {rows.length} dòng
            </summary>
            <ScrollBox label={`Các dòng của ${sheet.title}`} low>
              <table>
                <thead>
                  <tr>
                    <th scope="col">Dòng</th>
                    <th scope="col">Tên</th>
                    <th scope="col">{sheet.kind === 'indicators' ? 'Mục tiêu' : 'Thời gian'}</th>
                    <th scope="col">Báo cáo</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.id}>
                      <th scope="row">{citedAs(row.id)}</th>
                      <td>{row.name}</td>
                      <td>{'targetText' in row ? row.targetText : row.timeframeText}</td>
                      <td>{whoIn('reporters' in row ? row.reporters : row.leads)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollBox>
          </details>
        );
      })}
    </section>
  );
}
