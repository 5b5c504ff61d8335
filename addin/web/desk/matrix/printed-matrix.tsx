import type { Agency } from '../../../../core/plan/agency.ts';
import type { Period } from '../../../../core/plan/period.ts';
import { VERDICT_SIGNS, VERDICT_WORDS } from '../../../../core/wording/labels.ts';
import { citedAs } from '../../../../core/wording/names.ts';
import { shortPeriodName } from '../../../../core/wording/period-names.ts';
import { matrixCellLook } from '../../../ui/matrix-cell-look.ts';
import type { PlannedRow } from '../../../ui/planned-row.ts';
import { Legend } from './legend.tsx';
import './printed-matrix.css';
import { resultText } from '../../../ui/result-text.ts';

interface Props {
  readonly rows: readonly PlannedRow[];
  readonly agencies: readonly Agency[];
  readonly period: Period;
}

/** The whole matrix on paper, agencies downwards: the page itself holds only the cells in sight. */
export const PrintedMatrix = ({ rows, agencies, period }: Props) => (
  <section class="printed-matrix">
    <h2>Ma trận chỉ tiêu theo đơn vị, kỳ {shortPeriodName(period)}</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">Đơn vị</th>
          {rows.map(({ row }) => (
            <th scope="col" key={row.id}>
              {citedAs(row.id)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr class="province">
          <th scope="row">Toàn tỉnh</th>
          {rows.map(({ row, indicator }) => (
            <td key={row.id}>
              {VERDICT_SIGNS[row.verdict]} {resultText(indicator, row.result)}
            </td>
          ))}
        </tr>
        {agencies.map((agency) => (
          <tr key={agency.id}>
            <th scope="row">{agency.shortName}</th>
            {rows.map(({ row, indicator }) => {
              const { tone, sign, short } = matrixCellLook(indicator, { period, agency: agency.id }, row.cells[agency.id]);
              return (
                <td key={row.id} class={`cell ${tone}`}>
                  {sign} {short}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
    <Legend />
    <ol>
      {rows.map(({ row, indicator }) => (
        <li key={row.id}>
          <b>{citedAs(row.id)}</b> {indicator.name} · mục tiêu {indicator.targetText} · {VERDICT_WORDS[row.verdict]}
        </li>
      ))}
    </ol>
  </section>
);
