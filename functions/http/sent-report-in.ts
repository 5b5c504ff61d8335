import { formatCount } from '../../core/format.ts';
import type { Matrix } from '../../core/matrix.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import { textUnits } from '../../core/report-text.ts';
import { failed, type Result } from '../../core/result.ts';
import type { PeriodContext } from '../periods/period-context.ts';
import { type Prepared, prepareReport } from '../reports/prepare.ts';
import { SentReport } from '../reports/sent-report.ts';
import { type Refusal, refuse } from './problem.ts';
import { invalid, parseJson } from './read-body.ts';

interface Terms {
  readonly agency: AgencyId;
  readonly context: PeriodContext;
  readonly previous: Matrix | null;
  /** How long its texts may be together. */
  readonly mostTextUnits: number;
}

/** The report in a JSON body, made ready, with its findings. */
export function sentReportIn(
  bytes: Uint8Array,
  { agency, context, previous, mostTextUnits }: Terms,
): Result<Prepared, Refusal<'invalid-report' | 'too-large'>> {
  const report = parseJson(bytes, SentReport, 'invalid-report');
  if (!report.ok) return report;
  if (textUnits(report.value) > mostTextUnits)
    return failed(
      refuse('too-large', `Phần chữ của báo cáo dài quá ${formatCount(mostTextUnits)} ký tự. Rút gọn phần giải trình rồi thử lại.`),
    );
  const prepared = prepareReport(report.value, agency, context, previous);
  return prepared.ok ? prepared : failed(invalid('invalid-report', prepared.error));
}
