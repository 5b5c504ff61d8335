import * as z from 'zod';
import { type Obligations, obligationsOf } from '../core/plan/obligations.ts';
import type { Period } from '../core/plan/period.ts';
import { NO_SETTINGS, Settings, withSettings } from '../core/plan/settings.ts';
import { settingsFaults } from '../core/plan/settings-faults.ts';
import { settingsFaultText } from '../core/wording/settings-faults.ts';
import type { AppendixRequest } from '../templates/appendix/appendix-request.ts';
import type { ReportExtent, ReportRequest } from '../templates/report/report-request.ts';
import { type CommandContext, parseFile } from './context.ts';
import type { Consolidated } from './kept-reports.ts';
import { inFolder } from './output.ts';
import { type ProblemPlace, problemCounts } from './problem-counts.ts';
import { WrongCall } from './wrong-call.ts';

/** What documents are made of, under the settings of a file. */
export interface DocumentContext {
  readonly settings: Settings;
  readonly obligations: Obligations;
}

/** The period's settings in a file, of the shape that `GET …/settings` gives; the plan as it is without one. */
export function documentContext(path: string | undefined, period: Period, loaded: CommandContext): DocumentContext {
  if (path === undefined) return { settings: NO_SETTINGS, obligations: loaded.obligationsOf(period) };
  const { plan, agencies } = loaded;
  const settings = parseFile(path, Settings);
  const [first] = settingsFaults(settings, { plan, agencies, period });
  if (first) throw new WrongCall(`Tệp “${path}”, ${first.path}: ${settingsFaultText(first, agencies)}`);
  const under = withSettings(plan, agencies, settings, period);
  return { settings, obligations: obligationsOf(under.plan, under.agencies, period) };
}

/** The report of what a consolidation left. */
export const reportRequest = (
  { matrix, kept }: Consolidated,
  { settings, obligations }: DocumentContext,
  extent: ReportExtent,
): ReportRequest => ({
  obligations,
  matrix,
  reports: kept.reports.map(({ report }) => report),
  previous: kept.previous,
  signing: settings.signing ?? {},
  reportText: settings.reportText ?? {},
  ...extent,
});

const KeptProblems = z.array(z.object({ file: z.string(), agency: z.string().optional(), severity: z.enum(['error', 'warning', 'hint']) }));

/** The appendix workbook of what a consolidation left in a folder. */
export function appendixRequest(out: string, { matrix, kept }: Consolidated, { settings, obligations }: DocumentContext): AppendixRequest {
  const problems: readonly ProblemPlace[] = parseFile(inFolder(out, 'problems.json'), KeptProblems);
  return {
    obligations,
    matrix,
    received: kept.reports.map(({ file, report }) => ({ report, source: { file }, cells: new Map() })),
    receivedAt: new Map(kept.reports.flatMap(({ at, report }) => (at === null ? [] : [[report.agency, new Date(at)] as const]))),
    problems: problemCounts(problems),
    ...(settings.signing && { signing: settings.signing }),
  };
}
