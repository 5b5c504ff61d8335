import type { ReportEnvelope } from '../../contract/report-envelope.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import type { Period } from '../../core/plan/period.ts';
import { failed } from '../../core/result.ts';
import type { Api } from '../api/api.ts';
import { troubleText } from '../api/trouble.ts';
import { useAsked } from './use-asked.ts';

interface Behind {
  readonly report: ReportEnvelope | null;
  readonly trouble: string | null;
}

/** The report in force behind a figure, asked anew with each version; nothing is asked where the figure has none. */
export function useReport(api: Api, period: Period, agency: AgencyId, version: number | null): Behind {
  const { value, refused, setback } = useAsked(
    () => (version === null ? Promise.resolve(failed({ kind: 'stopped' } as const)) : api.report(period, agency)),
    [api, period, agency, version],
  );
  const trouble = version === null ? null : (refused ?? setback?.trouble);
  return { report: value?.value ?? null, trouble: trouble ? troubleText(trouble) : null };
}
