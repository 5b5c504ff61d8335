import { formatPercentNumber } from '../../../../core/format.ts';
import type { TaskCell } from '../../../../core/matrix.ts';
import type { Agency } from '../../../../core/plan/agency.ts';
import { wholeOf } from '../../../../core/plan/plan.ts';
import { displayedValue, inputsIn } from '../../../../core/tables/inputs.ts';
import { planColumns } from '../../../../core/tables/plan-columns.ts';
import { TASK_COLUMNS } from '../../../../core/tables/tasks/columns.ts';
import { citedIn } from '../../../../core/wording/names.ts';
import { TaskBadge } from '../../../ui/badge.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PanelFacts } from '../../../ui/panel-facts.tsx';
import { panelLines } from '../../../ui/panel-lines.ts';
import { RowFindings } from '../../../ui/row-findings.tsx';
import { RowHistory } from '../../../ui/row-history.tsx';
import { ScrollBox } from '../../../ui/scroll-box.tsx';
import { SourceFacts } from '../../../ui/source-facts.tsx';
import { useReport } from '../../../ui/use-report.ts';
import type { DeskProps } from '../desk-props.ts';
import { PassportLink } from '../passport/passport-link.tsx';
import { ReviewLink } from '../review-link.tsx';
import { SidePanel } from '../side-panel.tsx';
import type { PlannedTask } from './board.ts';

interface Props extends DeskProps {
  readonly chosen: PlannedTask;
  readonly onClose: () => void;
}

/** One task and its agencies; or what one of them says of it, with its source. */
export function TaskPanel(props: Props) {
  const { query, agencies, chosen, go, onClose, plan } = props;
  const { row, task } = chosen;
  const one = agencies.find(({ id }) => id === query.donvi);
  const answers = agencies.flatMap((agency) => {
    const cell = row.cells[agency.id];
    return cell ? [{ agency, cell }] : [];
  });
  if (one) return <AnswerPanel key={one.id} {...props} agencyAsked={one} cell={row.cells[one.id]} />;
  return (
    <SidePanel title={`Nhiệm vụ ${citedIn(plan, row.id)}`} onClose={onClose}>
      <p>{task.name}</p>
      <p>
        <TaskBadge verdict={row.verdict} />
      </p>
      <p>{row.why.sentence}</p>
      <p class="no-print">
        <PassportLink {...props} row={row.id} />
      </p>
      <dl class="facts">
        <PanelFacts
          lines={panelLines(
            planColumns(TASK_COLUMNS),
            'desk',
            ({ text }) => text(task, { ...props, whole: wholeOf(plan), reporter: null }) ?? '',
          )}
        />
      </dl>
      <h3>Đơn vị ({answers.length})</h3>
      <ScrollBox label="Các đơn vị của nhiệm vụ" low>
        <table>
          <tbody>
            {answers.map(({ agency, cell }) => (
              <tr key={agency.id}>
                <td>
                  <button type="button" class="link names" onClick={() => go({ donvi: agency.id })}>
                    {agency.shortName}
                  </button>
                </td>
                <td>
                  <TaskBadge verdict={cell.verdict} />
                </td>
                <td class="number">{cell.percent === undefined ? '' : formatPercentNumber(cell.percent)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </SidePanel>
  );
}

interface AnswerProps extends Props {
  readonly agencyAsked: Agency;
  readonly cell: TaskCell | undefined;
}

function AnswerPanel(props: AnswerProps) {
  const { api, agencyAsked, cell, chosen, go, nameOf, onClose, period, plan } = props;
  const { row, task } = chosen;
  const version = cell?.source?.version ?? null;
  const { report, trouble } = useReport(api, period, agencyAsked.id, version);
  const entry = report?.report.tasks[row.id];
  return (
    <SidePanel title={`${citedIn(plan, row.id)} · ${agencyAsked.shortName}`} onClose={onClose}>
      <p class="quiet">{task.name}</p>
      <p>
        <TaskBadge verdict={cell?.verdict ?? 'not-relevant'} /> {cell?.percent !== undefined && formatPercentNumber(cell.percent)}
      </p>
      {trouble && <Notice kind="error">{trouble}</Notice>}
      {version === null ? (
        <p>Đơn vị chưa báo cáo nhiệm vụ này.</p>
      ) : (
        <>
          <dl class="facts">
            <PanelFacts lines={panelLines(inputsIn('tasks'), 'desk', (column) => displayedValue(entry, column))} isWaiting={!report} />
          </dl>
          <RowFindings findings={report?.findings.filter((one) => one.row === row.id) ?? []} />
          <SourceFacts source={cell?.source} report={report} nameOf={nameOf} utcOffset={plan.reporting.utcOffset} />
          <p class="no-print">
            <PassportLink {...props} row={row.id} of={agencyAsked.id}>
              Biên nhận, tệp gốc
            </PassportLink>
          </p>
          <RowHistory {...props} row={row.id} of={agencyAsked.id} upTo={version} />
        </>
      )}
      <p>
        <button type="button" class="link" onClick={() => go({ donvi: null })}>
          Về nhiệm vụ {citedIn(plan, row.id)}
        </button>
      </p>
      <ReviewLink {...props} of={agencyAsked.id} />
    </SidePanel>
  );
}
