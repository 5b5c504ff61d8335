import type { Day } from '../../../core/day.ts';
import type { Matrix } from '../../../core/matrix.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import type { Period } from '../../../core/plan/period.ts';
import type { RowId } from '../../../core/plan/plan.ts';
import type { Report } from '../../../core/report.ts';
import type { CloseContext, ClosingGround } from '../../../functions/periods/close.ts';
import type { ReviewCall } from '../../../functions/reports/review.ts';
import type { Submission } from '../../../functions/reports/submit.ts';
import { type Head, PERIOD_ROW, type PeriodRow, partitionOf } from '../../../functions/store/rows.ts';
import type { Table } from '../../../functions/store/table.ts';

export const PLAN = 'ke-hoach/số 1';
export const PERIOD = '2026' as Period;
export const PARTITION = partitionOf(PLAN, PERIOD);
export const ROW = 'PL1.I.1.3' as RowId;
export const AGENCIES = ['STC', 'XA-1', 'XA-2'] as AgencyId[];

let nonces = 0;
export const aNonce = (): string => `n${nonces++}`;

const figure = (numerator: number) => ({ state: 'reported' as const, numerator, denominator: 1_000_000_000 });
export const aReport = (agency: AgencyId, numerator: number): Report => ({
  plan: PLAN,
  period: PERIOD,
  agency,
  indicators: { [ROW]: figure(numerator) },
  tasks: {},
});

/** A submission whose figure is `figure`; key and body follow from it. */
export function aSubmission(over: Partial<Submission> & { figure?: number } = {}): Submission {
  const { figure = 1, ...more } = over;
  const agency = more.agency ?? AGENCIES[0]!;
  return {
    plan: PLAN,
    period: PERIOD,
    agency,
    report: aReport(agency, figure),
    sha256: String(figure).padStart(64, '0'),
    findings: [],
    by: agency,
    at: new Date(Date.UTC(2026, 10, 20) + figure),
    key: `k${figure}`,
    body: `b${figure}`,
    expected: 0,
    intake: false,
    nonce: aNonce(),
    ...more,
  };
}

export const aReview = (over: Partial<ReviewCall> = {}): ReviewCall => ({
  plan: PLAN,
  period: PERIOD,
  agency: AGENCIES[0]!,
  version: 1,
  decision: 'return',
  remarks: {},
  reviewer: 'VPUB' as AgencyId,
  sendsIt: false,
  rows: 'all',
  by: 'VPUB',
  at: new Date('2026-11-21T00:00:00Z'),
  nonce: aNonce(),
  ...over,
});

type Closing = CloseContext & Pick<ClosingGround, 'agencies'> & { readonly reason: string };

export function aClosing({ agencies = AGENCIES, matrixOf = smallMatrix, ...over }: Partial<Closing & ClosingGround> = {}): Closing {
  return {
    plan: PLAN,
    period: PERIOD,
    agencies,
    ground: async () => ({ agencies, matrixOf, served: { digest: 'a', agencies: 'b' } }),
    by: 'VPUB',
    at: new Date('2026-12-01T00:00:00Z'),
    nonce: aNonce(),
    reason: 'Đính chính',
    ...over,
  };
}

/** A matrix of one row whose cells are the figures and versions of the heads. */
export function smallMatrix(heads: readonly Head[], at: Date): Matrix {
  const cells = heads.flatMap(({ agency, current }) =>
    current ? [[agency, { ...current.report.indicators[ROW]!, source: { version: current.receipt.version } }] as const] : [],
  );
  const row = {
    id: ROW,
    due: '2027-12-31' as Day,
    result: null,
    verdict: 'not-reported' as const,
    pace: null,
    gapPoints: null,
    base: null,
  };
  const coverage = { obliged: 0, reported: 0, nothingArose: 0, noFigure: 0, missing: 0 };
  return {
    plan: PLAN,
    period: PERIOD,
    asOf: at.toISOString(),
    agencies: { obliged: heads.length, received: cells.length, missing: [] },
    indicators: [{ ...row, coverage, provisional: false, why: { sentence: '', flagged: false }, cells: Object.fromEntries(cells) }],
    tasks: [],
  };
}

export async function openPeriod(table: Table): Promise<void> {
  const value: PeriodRow = { state: 'open', closes: 0, asOf: null };
  await table.commit(PARTITION, [{ kind: 'insert', row: PERIOD_ROW, value }]);
}
