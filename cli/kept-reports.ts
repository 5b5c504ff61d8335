import * as z from 'zod';
import { IndicatorRow, Matrix } from '../core/matrix.ts';
import type { PreviousResults } from '../core/overview/change-since.ts';
import { Period } from '../core/plan/period.ts';
import { Report } from '../core/report.ts';
import { shortPeriodName } from '../core/wording/period-names.ts';
import { type CommandContext, parseFile } from './context.ts';
import type { Inbox } from './inbox.ts';
import { inFolder, writeJson } from './output.ts';
import { WrongCall } from './wrong-call.ts';

const FILE = 'reports.json';

/** What a consolidation leaves beside its matrix: the reports that count as they came, and what the period before came to. */
const KeptReports = z.strictObject({
  plan: z.string(),
  period: Period,
  reports: z.array(z.strictObject({ file: z.string(), at: z.iso.datetime().nullable(), report: Report })),
  previous: z
    .strictObject({ period: Period, indicators: z.array(IndicatorRow.pick({ id: true, result: true, verdict: true })) })
    .nullable(),
});
type KeptReports = z.infer<typeof KeptReports>;

/** A consolidated folder as commands after it read it. */
export interface Consolidated {
  readonly matrix: Matrix;
  readonly kept: KeptReports;
}

export const keptReportsFile = (out: string): string => inFolder(out, FILE);

/** Writes the reports in the order of the agencies, whatever order their files came in. */
export function keepReports(out: string, { received }: Inbox, { matrix, previous, context }: KeptGround): void {
  const place = new Map<string, number>(context.agencies.map(({ id }, k) => [id, k]));
  const reports = received
    .map(({ file, at, report }) => ({ file, at: at ? at.toISOString() : null, report }))
    .toSorted((one, two) => (place.get(one.report.agency) ?? 0) - (place.get(two.report.agency) ?? 0));
  const kept: KeptReports = { plan: matrix.plan, period: matrix.period, reports, previous: previous && resultsOf(previous) };
  writeJson(keptReportsFile(out), kept);
}

interface KeptGround {
  readonly matrix: Matrix;
  readonly previous: Matrix | null;
  readonly context: CommandContext;
}

const resultsOf = ({ period, indicators }: PreviousResults): NonNullable<KeptReports['previous']> => ({
  period,
  indicators: indicators.map(({ id, result, verdict }) => ({ id, result, verdict })),
});

/** What a consolidation of this plan and period left in a folder; anything else is a wrong call. */
export function consolidatedIn(out: string, { plan }: CommandContext, period?: Period): Consolidated {
  const matrix = parseFile(inFolder(out, 'matrix.json'), Matrix);
  const kept = parseFile(keptReportsFile(out), KeptReports);
  if (matrix.plan !== plan.id) throw new WrongCall(`Kết quả trong “${out}” thuộc kế hoạch khác (${matrix.plan}).`);
  if (period !== undefined && matrix.period !== period)
    throw new WrongCall(`Kết quả trong “${out}” là của kỳ ${shortPeriodName(matrix.period)}, không phải kỳ ${shortPeriodName(period)}.`);
  if (kept.plan !== matrix.plan || kept.period !== matrix.period)
    throw new WrongCall(`matrix.json và ${FILE} trong “${out}” không cùng một lần tổng hợp. Tổng hợp lại rồi chạy lại.`);
  return { matrix, kept };
}
