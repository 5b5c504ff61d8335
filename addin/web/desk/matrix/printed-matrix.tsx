import { measureOf } from '../../../../core/measures/measure-of.ts';
import type { Agency } from '../../../../core/plan/agency.ts';
import type { Period } from '../../../../core/plan/period.ts';
import type { Plan } from '../../../../core/plan/plan.ts';
import { capital } from '../../../../core/wording/capital.ts';
import { VERDICT_SIGNS, VERDICT_WORDS } from '../../../../core/wording/labels.ts';
import { citedIn } from '../../../../core/wording/names.ts';
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
  readonly plan: Plan;
  /** What the plan calls all its agencies together. */
  readonly whole: string;
}

/**
 * The whole matrix on paper, agencies downwards: the page itself holds only the cells in sight. What is not due yet has no column, and is
 * named.
 */
export function PrintedMatrix({ rows: shown, agencies, period, plan, whole }: Props) {
  const rows = shown.filter(({ row }) => row.verdict !== 'not-due');
  const later = shown.filter(({ row }) => row.verdict === 'not-due');
  return (
    <section class="printed-matrix">
      <h2>Ma trận chỉ tiêu theo đơn vị, kỳ {shortPeriodName(period)}</h2>
      {rows.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">Đơn vị</th>
              {rows.map(({ row }) => (
                <th scope="col" key={row.id}>
                  {citedIn(plan, row.id)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr class="province">
              <th scope="row">{capital(whole)}</th>
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
      )}
      {later.length > 0 && <p>Chưa đến kỳ: {later.map(({ row }) => citedIn(plan, row.id)).join(', ')}.</p>}
      <Legend />
      <ol>
        {rows.map(({ row, indicator }) => (
          <li key={row.id}>
            <b>{citedIn(plan, row.id)}</b> {indicator.name} · mục tiêu {measureOf(indicator).goal(indicator.targetText)} ·{' '}
            {VERDICT_WORDS[row.verdict]}
          </li>
        ))}
      </ol>
    </section>
  );
}
