import { useState } from 'preact/hooks';
import { formatPercentNumber } from '../../../../core/format.ts';
import type { Matrix } from '../../../../core/matrix.ts';
import type { AgencyId } from '../../../../core/plan/agency.ts';
import type { Plan, RowId } from '../../../../core/plan/plan.ts';
import { CELL_STATE_WORDS, TASK_WORDS } from '../../../../core/wording/labels.ts';
import { lastFigureText } from '../../../../core/wording/last-figure-text.ts';
import { shortPeriodName } from '../../../../core/wording/period-names.ts';
import { RowHistory } from '../../../ui/row-history.tsx';
import type { DeskProps } from '../desk-props.ts';

interface Props extends Pick<DeskProps, 'api' | 'agency' | 'period' | 'plan'> {
  readonly row: RowId;
  readonly of: AgencyId;
  /** The version on screen. */
  readonly version: number;
  readonly previous: Matrix | null;
}

/** Beside a row under review: what the agency said of it in the last period, and in its own earlier versions of this one. */
export function BesideRow(props: Props) {
  const { plan, previous, row, of, version } = props;
  const [isOpen, setIsOpen] = useState(false);
  const before = previous && previousText(plan, previous, row, of);
  return (
    <>
      {before && <p class="quiet before">{before}</p>}
      {version > 1 && (
        <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
          <summary>Các lần nộp trước của dòng này</summary>
          {isOpen && <RowHistory {...props} upTo={version} />}
        </details>
      )}
    </>
  );
}

/** "Kỳ 2025: 90/100"; null where the row, or the one that it continues, was not the agency's then. */
export function previousText(plan: Plan, { period, indicators, tasks }: Matrix, row: RowId, of: AgencyId): string | null {
  const indicator = plan.indicators.find(({ id }) => id === row);
  const ids = [row, indicator?.continues].filter((id) => id !== undefined);
  const cell = ids.flatMap((id) => indicators.find((one) => one.id === id)?.cells[of] ?? [])[0];
  if (indicator && cell)
    return cell.state === 'reported'
      ? lastFigureText(period, indicator, cell)
      : `Kỳ ${shortPeriodName(period)}: ${CELL_STATE_WORDS[cell.state]}`;
  const task = tasks.find(({ id }) => id === row)?.cells[of];
  if (!task) return null;
  const percent = task.percent === undefined ? '' : `, ${formatPercentNumber(task.percent)}`;
  return `Kỳ ${shortPeriodName(period)}: ${TASK_WORDS[task.verdict]}${percent}`;
}
