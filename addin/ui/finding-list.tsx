import type { ComponentChildren } from 'preact';
import type { WireFinding } from '../../contract/wire-finding.ts';
import type { Plan, RowId } from '../../core/plan/plan.ts';
import { headerOf } from '../../core/tables/column-of.ts';
import { citedAs } from '../../core/wording/names.ts';
import { inPlanOrder } from './plan-order.ts';
import { rowName } from './row-name.ts';
import { SeveritySection } from './severity-section.tsx';

const GROUPS = [
  { severity: 'error', what: 'phải sửa trước khi gửi' },
  { severity: 'warning', what: 'gửi được, nên xem lại' },
  { severity: 'hint', what: 'chỉ để biết' },
] as const;

interface Props {
  readonly findings: readonly WireFinding[];
  readonly plan: Plan;
  /** What can be done about a finding right here. */
  readonly actions?: (finding: WireFinding) => ComponentChildren;
}

/**
 * Findings by severity and in the plan's order, each with its place, what is wrong and what to do; a row is named where it first comes.
 * Nothing at all where there is none.
 */
export const FindingList = ({ findings, plan, actions }: Props) => (
  <>
    {GROUPS.map(({ severity, what }) => {
      const those = inPlanOrder(
        findings.filter((one) => one.severity === severity),
        plan,
      );
      if (those.length === 0) return null;
      return (
        <SeveritySection key={severity} {...{ severity, what }} count={those.length}>
          {/* A finding keeps its place when others go: what is being typed beside it stays. */}
          {those.map((finding, k) => (
            <li key={`${finding.rule}|${finding.sheet}|${finding.cell}|${finding.row}|${finding.message}`} tabIndex={-1}>
              <p class="place">{placeOf(finding, plan)}</p>
              {finding.row !== null && finding.row !== those[k - 1]?.row && (
                <p class="quiet row-title">{rowName(plan, finding.row as RowId).name}</p>
              )}
              <p>{finding.message}</p>
              {actions?.(finding)}
            </li>
          ))}
        </SeveritySection>
      );
    })}
  </>
);

/** "Biểu 01 · I.1.3 · Tử số · ô I12". */
function placeOf({ sheet, cell, row, field }: WireFinding, plan: Plan): string {
  const parts = [sheet, row && citedAs(row as RowId), row && field && headerOf(plan, row, field), cell && `ô ${cell}`]; // the server's rows are ours
  const said = parts.filter((one) => Boolean(one));
  return said.length === 0 ? 'Cả tệp' : said.join(' · ');
}
