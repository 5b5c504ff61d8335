import { usedIn } from '../../../../core/passport/used-in.ts';
import type { Agency } from '../../../../core/plan/agency.ts';
import { wholeOf } from '../../../../core/plan/plan.ts';
import { displayedValue, inputsIn } from '../../../../core/tables/inputs.ts';
import { citedIn } from '../../../../core/wording/names.ts';
import { cellValues } from '../../../ui/cell-values.ts';
import { cellFigure, matrixCellLook } from '../../../ui/matrix-cell-look.ts';
import { Notice } from '../../../ui/notice.tsx';
import { PanelFacts } from '../../../ui/panel-facts.tsx';
import { panelLines } from '../../../ui/panel-lines.ts';
import type { PlannedRow } from '../../../ui/planned-row.ts';
import { RowFindings } from '../../../ui/row-findings.tsx';
import { RowHistory } from '../../../ui/row-history.tsx';
import { SourceFacts } from '../../../ui/source-facts.tsx';
import { useReport } from '../../../ui/use-report.ts';
import type { DeskProps } from '../desk-props.ts';
import { PassportLink } from '../passport/passport-link.tsx';
import { ReviewLink } from '../review-link.tsx';
import { SidePanel } from '../side-panel.tsx';

interface Props extends DeskProps {
  readonly planned: PlannedRow;
  readonly chosen: Agency;
  readonly onClose: () => void;
}

/** One figure: what it says, where it comes from, what became of it, and where it goes. */
export function CellPanel(props: Props) {
  const { api, go, nameOf, period, plan, planned, chosen, onClose } = props;
  const { row, indicator } = planned;
  const cell = row.cells[chosen.id];
  const version = cell?.source?.version ?? null;
  const { report, trouble } = useReport(api, period, chosen.id, version);
  const look = matrixCellLook(indicator, { period, agency: chosen.id }, cell);
  const { tone, sign, word } = look;
  const values = cellValues(cell, report?.report.indicators[row.id]);
  const remark = report?.remarks[row.id]?.text;
  return (
    <SidePanel title={`${citedIn(plan, row.id)} · ${chosen.shortName}`} onClose={onClose}>
      <p class="quiet">{indicator.name}</p>
      <p class="figure">{cellFigure(indicator, cell) ?? '–'}</p>
      <p>
        <span class={`state ${tone}`}>
          <span aria-hidden="true">{sign}</span> {word}
        </span>
      </p>
      {!cell && <p>Đơn vị không phải báo cáo chỉ tiêu này.</p>}
      {cell?.state === 'not-reported' && <p>Đơn vị chưa báo cáo dòng này. Xem mục Tình hình báo cáo để nhắc đơn vị.</p>}
      {trouble && <Notice kind="error">{trouble}</Notice>}
      {cell && cell.state !== 'not-reported' && (
        <>
          <dl class="facts">
            <PanelFacts
              lines={panelLines(inputsIn('indicators'), 'desk', (column) => displayedValue(values, column))}
              isWaiting={version !== null && !report}
            />
            {remark && (
              <>
                <dt>Nhận xét khi trả lại</dt>
                <dd>{remark}</dd>
              </>
            )}
            <dt>Dùng trong</dt>
            <dd>
              {usedIn(planned, cell, chosen, props)}{' '}
              <button type="button" class="link" onClick={() => go({ donvi: null })}>
                Xem kết quả {wholeOf(plan)}
              </button>
            </dd>
          </dl>
          <RowFindings findings={report?.findings.filter((one) => one.row === row.id) ?? []} />
          <SourceFacts source={cell.source} report={report} nameOf={nameOf} utcOffset={plan.reporting.utcOffset} />
          <p class="no-print">
            <PassportLink {...props} row={row.id} of={chosen.id}>
              Biên nhận, tệp gốc
            </PassportLink>
          </p>
          {version !== null && <RowHistory {...props} row={row.id} of={chosen.id} upTo={version} />}
        </>
      )}
      <ReviewLink {...props} of={chosen.id} />
    </SidePanel>
  );
}
