import type { PathError } from '../../contract/problem-details.ts';
import { isOfFigure } from '../../core/figures/figure.ts';
import { type Finding, finding } from '../../core/findings/finding.ts';
import type { Matrix } from '../../core/matrix.ts';
import { measureOf } from '../../core/measures/measure-of.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import { owedBy } from '../../core/plan/obligations.ts';
import type { Indicator, RowId } from '../../core/plan/plan.ts';
import type { IndicatorEntry, Report } from '../../core/report.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { checkReport } from '../../core/rules/check-report.ts';
import { rowNotOwed } from '../../core/rules/rows.ts';
import { type AnyEntry, inputsIn, valueIn } from '../../core/tables/inputs.ts';
import { TABLE_KINDS } from '../../core/tables/table-kind.ts';
import type { PeriodContext } from '../periods/period-context.ts';

/** A report as it is stored, and what the rules say of it. */
export interface Prepared {
  readonly report: Report;
  readonly findings: readonly Finding[];
}

/**
 * A JSON report made ready: it must be for the plan, the period and the agency of its URL and name rows of the plan with figures of their
 * kind; rows that the agency does not owe are left out with a warning.
 */
export function prepareReport(
  report: Report,
  agency: AgencyId,
  context: PeriodContext,
  previous: Matrix | null,
): Result<Prepared, PathError[]> {
  const errors = [...urlErrors(report, agency, context), ...rowErrors(report, context), ...formErrors(report)];
  if (errors.length > 0) return failed(errors);
  const asked = new Set<string>(owedBy(context.obligations, agency).asked.map(({ id }) => id));
  const foreign = [...Object.keys(report.indicators), ...Object.keys(report.tasks)].filter((id) => !asked.has(id)) as RowId[]; // keys of a report are rows
  const kept: Report = {
    ...report,
    indicators: onlyAsked(report.indicators, asked),
    tasks: onlyAsked(report.tasks, asked),
  };
  const found = checkReport(kept, { obligations: context.obligations, agency, unread: new Set(), previous, today: context.today });
  return ok({ report: kept, findings: [...foreign.map((row) => finding(rowNotOwed, {}, { row, field: 'id' })), ...found] });
}

function urlErrors(report: Report, agency: AgencyId, { plan, period }: PeriodContext): PathError[] {
  const differs = (path: string, told: string, wanted: string) =>
    told === wanted ? [] : [{ path, message: `Báo cáo ghi “${told}”, địa chỉ là “${wanted}”.` }];
  return [
    ...differs('plan', report.plan, plan.id),
    ...differs('period', report.period, period),
    ...differs('agency', report.agency, agency),
  ];
}

function rowErrors(report: Report, { plan }: PeriodContext): PathError[] {
  const indicators = new Map(plan.indicators.map((row) => [row.id as string, row]));
  const tasks = new Set<string>(plan.tasks.map(({ id }) => id));
  return [
    ...Object.entries(report.indicators).flatMap(([id, entry]) => {
      const row = indicators.get(id);
      if (!row) return [{ path: `indicators.${id}`, message: 'Dòng này không có trong kế hoạch.' }];
      return entry ? figureErrors(row, entry) : [];
    }),
    ...Object.keys(report.tasks).flatMap((id) =>
      tasks.has(id) ? [] : [{ path: `tasks.${id}`, message: 'Dòng này không có trong kế hoạch.' }],
    ),
  ].slice(0, 50);
}

/** Values that no form holds: a workbook with them would be refused. */
const formErrors = (report: Report): PathError[] =>
  TABLE_KINDS.flatMap((kind) =>
    Object.entries(report[kind] as Readonly<Record<string, AnyEntry | undefined>>).flatMap(([id, entry]) =>
      inputsIn(kind).flatMap(({ field, valueKind }): PathError[] => {
        const value = valueIn(entry, field);
        return value === undefined || valueKind.standsInForm(value)
          ? []
          : [{ path: `${kind}.${id}.${field}`, message: `Giá trị ${valueKind.display(value)} nằm ngoài mức biểu nhận.` }];
      }),
    ),
  ).slice(0, 50);

function figureErrors(row: Indicator, entry: IndicatorEntry): PathError[] {
  const { figure } = measureOf(row);
  return isOfFigure(figure, entry) ? [] : [{ path: `indicators.${row.id}`, message: figure.wanted }];
}

const onlyAsked = <T>(entries: Readonly<Partial<Record<RowId, T>>>, asked: ReadonlySet<string>): Record<string, T> =>
  Object.fromEntries((Object.entries(entries) as [string, T][]).filter(([id]) => asked.has(id)));
