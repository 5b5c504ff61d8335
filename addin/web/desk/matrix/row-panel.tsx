import { shortfalls } from '../../../../core/consolidating/shortfall.ts';
import { formatCount, formatDate } from '../../../../core/format.ts';
import { fromDecimal } from '../../../../core/fraction.ts';
import { type IndicatorCell, valueOfBase } from '../../../../core/matrix.ts';
import { measureOf } from '../../../../core/measures/measure-of.ts';
import type { AgencyId } from '../../../../core/plan/agency.ts';
import { wholeOf } from '../../../../core/plan/plan.ts';
import { INDICATOR_COLUMNS } from '../../../../core/tables/indicators/columns.ts';
import { planColumns } from '../../../../core/tables/plan-columns.ts';
import { PACE_WORDS } from '../../../../core/wording/labels.ts';
import { citedIn } from '../../../../core/wording/names.ts';
import { VerdictBadge } from '../../../ui/badge.tsx';
import { cellFigure } from '../../../ui/matrix-cell-look.ts';
import { PanelFacts } from '../../../ui/panel-facts.tsx';
import { panelLines } from '../../../ui/panel-lines.ts';
import type { PlannedRow } from '../../../ui/planned-row.ts';
import { countsText, resultText } from '../../../ui/result-text.ts';
import { ScrollBox } from '../../../ui/scroll-box.tsx';
import type { DeskProps } from '../desk-props.ts';
import { PassportLink } from '../passport/passport-link.tsx';
import { SidePanel } from '../side-panel.tsx';
import { Trend } from './trend.tsx';

interface Props extends DeskProps {
  readonly planned: PlannedRow;
  readonly onClose: () => void;
}

/** One indicator of all agencies: result, judgement, reason, who pulls it down, how it went over the years. */
export function RowPanel(props: Props) {
  const { agency, go, plan, planned, onClose } = props;
  const { row, indicator } = planned;
  const { coverage } = row;
  const { scale, resultOf } = measureOf(indicator);
  const gapText = resultOf(row.result)?.gapText ?? null;
  const counts = countsText(indicator, row.result);
  return (
    <SidePanel title={`Chỉ tiêu ${citedIn(plan, row.id)}`} onClose={onClose}>
      <p>{indicator.name}</p>
      <p class="figure">
        {resultText(indicator, row.result)} <small>/ mục tiêu {measureOf(indicator).goal(indicator.targetText)}</small>
      </p>
      {counts && <p class="quiet">{counts}</p>}
      <p class="row">
        <VerdictBadge verdict={row.verdict} /> {row.pace && <span>{PACE_WORDS[row.pace]}</span>}
        {row.provisional && row.result && <span class="badge missing">Tạm tính</span>}
      </p>
      <p>{row.why.sentence}</p>
      <p class="no-print">
        <PassportLink {...props} row={row.id} />
      </p>
      <dl class="facts">
        <dt>Đến hạn</dt>
        <dd>{formatDate(row.due)}</dd>
        {gapText !== null && row.gapPoints !== null && row.gapPoints > 0 && (
          <>
            <dt>Còn thiếu</dt>
            <dd>
              {gapText} {scale.gapUnit}
            </dd>
          </>
        )}
        <dt>Số liệu gốc</dt>
        <dd>{row.base ? `${scale.text(fromDecimal(valueOfBase(row.base)))} ngày ${formatDate(row.base.at)}` : 'Chưa có'}</dd>
        <dt>Đã báo cáo</dt>
        <dd>
          {coverage.reported}/{coverage.obliged} đơn vị có số liệu
          {[
            [coverage.nothingArose, 'không phát sinh'] as const,
            [coverage.noFigure, 'chưa có số liệu'] as const,
            [coverage.missing, 'chưa báo cáo'] as const,
          ].map(([count, what]) => count > 0 && `; ${count} ${what}`)}
        </dd>
        <PanelFacts
          lines={panelLines(
            planColumns(INDICATOR_COLUMNS),
            'desk',
            ({ text }) => text(indicator, { agency, whole: wholeOf(plan), reporter: null }) ?? '',
          )}
        />
      </dl>
      <PullingDown {...{ planned, agency }} onOpen={(id) => go({ donvi: id })} />
      <Trend {...props} />
    </SidePanel>
  );
}

interface PullingProps extends Pick<DeskProps, 'agency'> {
  readonly planned: PlannedRow;
  readonly onOpen: (agency: AgencyId) => void;
}

/** The agencies that pull a row down, the heaviest first, each with how much it alone is short. */
function PullingDown({ planned: { row, indicator }, agency, onOpen }: PullingProps) {
  const short = row.why.flagged ? shortfalls(indicator, Object.entries(row.cells) as [AgencyId, IndicatorCell][]) : []; // keys of cells are agencies
  if (short.length === 0) return null;
  return (
    <>
      <h3>Đơn vị làm giảm kết quả ({short.length})</h3>
      <ScrollBox label="Đơn vị làm giảm kết quả" low>
        <table>
          <thead>
            <tr>
              <th scope="col">Đơn vị</th>
              <th scope="col" class="number">
                Số của đơn vị
              </th>
              <th scope="col" class="number">
                Thiếu
              </th>
            </tr>
          </thead>
          <tbody>
            {short.map(({ agency: id, units }) => (
              <tr key={id}>
                <td>
                  <button type="button" class="link" onClick={() => onOpen(id)}>
                    {agency.get(id)?.shortName ?? id}
                  </button>
                </td>
                <td class="number">{cellFigure(indicator, row.cells[id])}</td>
                <td class="number">{formatCount(units)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </>
  );
}
