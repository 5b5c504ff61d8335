import type { PeriodLine } from '../../../contract/period-line.ts';
import type { ReportEnvelope } from '../../../contract/report-envelope.ts';
import type { ReadingGround } from '../../../contract/routes/get-ground.ts';
import type { VersionLine } from '../../../contract/routes/get-versions.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { Api } from '../../api/api.ts';
import type { ApiTrouble } from '../../api/trouble.ts';

/** Where an agency stands in one period: the ground of its report, what was sent, what is in force. */
export interface AgencyPeriod {
  readonly ground: ReadingGround;
  readonly agency: AgencyId;
  /** Null while nothing was sent. */
  readonly inForce: ReportEnvelope | null;
  /** Oldest first. */
  readonly versions: readonly VersionLine[];
}

export async function loadAgencyPeriod(api: Api, agency: AgencyId, { period }: PeriodLine): Promise<Result<AgencyPeriod, ApiTrouble>> {
  const [ground, versions] = await Promise.all([api.ground(period, agency), api.versions(period, agency)]);
  if (!ground.ok) return ground;
  const found = { ground: ground.value.value, agency };
  if (!versions.ok) return isNothingSent(versions.error) ? ok({ ...found, inForce: null, versions: [] }) : versions;
  const report = await api.report(period, agency);
  return report.ok ? ok({ ...found, inForce: report.value.value, versions: versions.value.value.versions }) : report;
}

const isNothingSent = (trouble: ApiTrouble): boolean => trouble.kind === 'problem' && trouble.name === 'not-found';
