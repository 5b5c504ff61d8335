import type { Plan } from '../../core/plan/plan.ts';
import type { FieldChange } from '../../core/report-diff.ts';
import { headerOf, valueText } from '../../core/tables/column-of.ts';
import { rowName } from './row-name.ts';
import './change-table.css';

interface Props {
  readonly caption: string;
  readonly changes: readonly FieldChange[];
  readonly plan: Plan;
  /** Which version stands in which column. */
  readonly before: string;
  readonly after: string;
}

/** What two versions say differently, a line a field; on a narrow screen each line stands as a small card. */
export const ChangeTable = ({ caption, changes, plan, before, after }: Props) => (
  <table class="changes">
    <caption>{caption}</caption>
    <thead>
      <tr>
        <th scope="col">Dòng</th>
        <th scope="col">Cột</th>
        <th scope="col">{before}</th>
        <th scope="col">{after}</th>
      </tr>
    </thead>
    <tbody>
      {changes.map((change, k) => {
        const { cited, name } = rowName(plan, change.row);
        const isFirst = changes[k - 1]?.row !== change.row;
        return (
          <tr key={`${change.row} ${change.field}`} class={isFirst ? 'first' : ''}>
            <th scope="row" class={isFirst ? '' : 'again'}>
              {cited}
              {isFirst && <span class="quiet name">{name}</span>}
            </th>
            <td data-head="Cột">{headerOf(plan, change.row, change.field)}</td>
            <td data-head={before}>{valueText(plan, change.row, change.field, change.before)}</td>
            <td data-head={after}>
              <strong>{valueText(plan, change.row, change.field, change.after)}</strong>
            </td>
          </tr>
        );
      })}
    </tbody>
  </table>
);
