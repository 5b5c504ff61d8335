import { useRef } from 'preact/hooks';
import { usedIn } from '../../../core/passport/used-in.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import type { Period } from '../../../core/plan/period.ts';
import { planIn } from '../../../core/plan/plan-in.ts';
import { displayedValue, inputsIn } from '../../../core/tables/inputs.ts';
import { citedIn } from '../../../core/wording/names.ts';
import { shortPeriodName } from '../../../core/wording/period-names.ts';
import { cellValues } from '../../ui/cell-values.ts';
import { LiveRegion } from '../../ui/live-region.tsx';
import { cellFigure, matrixCellLook } from '../../ui/matrix-cell-look.ts';
import { Notice } from '../../ui/notice.tsx';
import { PanelFacts } from '../../ui/panel-facts.tsx';
import { panelLines } from '../../ui/panel-lines.ts';
import { type PlannedRow, plannedRows } from '../../ui/planned-row.ts';
import { RowHistory } from '../../ui/row-history.tsx';
import { SourceFacts } from '../../ui/source-facts.tsx';
import { useAtOnce } from '../../ui/use-at-once.ts';
import { useReport } from '../../ui/use-report.ts';
import type { MatrixPlace } from './matrix-place.ts';
import type { PeriodView } from './period-view.ts';
import { agencySheetCell } from './sheet-cell.ts';

interface Props {
  readonly view: PeriodView;
  readonly chosen: MatrixPlace | null;
  readonly onPeriod: (period: Period) => void;
  readonly onOpen: (agency: AgencyId) => void;
}

/** The cell chosen in the matrix's sheet: nothing where none is. */
export function CellPart({ view, chosen, onPeriod, onOpen }: Props) {
  if (!chosen) return null;
  const { line, matrix, plan } = view;
  if (chosen.period !== line.period)
    return (
      <Notice kind="info">
        <p>Trang đang chọn là ma trận kỳ {shortPeriodName(chosen.period)}.</p>
        <button type="button" onClick={() => onPeriod(chosen.period)}>
          Xem kỳ {shortPeriodName(chosen.period)}
        </button>
      </Notice>
    );
  const planned = plannedRows(matrix.indicators, planIn(plan, matrix.period).indicators).find(({ row }) => row.id === chosen.row);
  return planned ? <ChosenCell key={`${chosen.row} ${chosen.agency.id}`} {...{ view, chosen, planned, onOpen }} /> : null;
}

interface ChosenProps extends Pick<Props, 'view' | 'onOpen'> {
  readonly chosen: MatrixPlace;
  readonly planned: PlannedRow;
}

/** One figure: what it says, where it comes from, what became of it. */
function ChosenCell({ view, chosen, planned, onOpen }: ChosenProps) {
  const { agency, api, line, nameOf, plan } = view;
  const { period } = line;
  const { row, indicator } = planned;
  const of = chosen.agency;
  const cell = row.cells[of.id];
  const version = cell?.source?.version ?? null;
  const section = useRef<HTMLElement>(null);
  const { report, trouble } = useReport(api, period, of.id, version);
  // The pane may have been scrolled down to its buttons; the focus stays in the workbook.
  useAtOnce(() => section.current?.scrollIntoView(), []);
  const values = cellValues(cell, report?.report.indicators[row.id]);
  const look = matrixCellLook(indicator, { period, agency: of.id }, cell);
  const figure = cellFigure(indicator, cell);
  const title = `${citedIn(plan, row.id)} · ${of.shortName}`;
  const remark = report?.remarks[row.id]?.text;
  return (
    <section class="chosen-cell" ref={section} aria-labelledby="chosen-cell">
      <h2 id="chosen-cell">{title}</h2>
      <LiveRegion text={`${title}: ${figure ?? ''} ${look.word}`} />
      <p class="quiet">{indicator.name}</p>
      <p class="figure">{figure ?? '–'}</p>
      <p>
        <span aria-hidden="true">{look.sign}</span> {look.word}
      </p>
      {chosen.value !== agencySheetCell(indicator, { period, agency: of.id }, cell).value && (
        <Notice kind="warning">Số trên trang tính khác số hiện có của hệ thống. Bấm “Đưa ma trận vào sổ” để có số mới.</Notice>
      )}
      {trouble && <Notice kind="error">{trouble}</Notice>}
      {cell && cell.state !== 'not-reported' && (
        <>
          <dl class="facts">
            <PanelFacts
              lines={panelLines(inputsIn('indicators'), 'pane', (column) => displayedValue(values, column))}
              isWaiting={version !== null && !report}
            />
            {remark && (
              <>
                <dt>Ý kiến khi trả lại</dt>
                <dd>{remark}</dd>
              </>
            )}
            <dt>Dùng trong</dt>
            <dd>{usedIn(planned, cell, of, view)}</dd>
          </dl>
          <SourceFacts source={cell.source} report={report} nameOf={nameOf} utcOffset={plan.reporting.utcOffset} />
          {version !== null && <RowHistory {...{ api, agency, period, plan }} row={row.id} of={of.id} upTo={version} />}
        </>
      )}
      <button type="button" onClick={() => onOpen(of.id)}>
        Xem báo cáo của đơn vị
      </button>
    </section>
  );
}
