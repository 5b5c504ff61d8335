import { useEffect, useState } from 'preact/hooks';
import type { AgencyId } from '../../core/agency.ts';
import type { Period } from '../../core/plan.ts';
import type { ReportEnvelope } from '../api/answers.ts';
import type { Api } from '../api/api.ts';
import { troubleText } from '../api/trouble.ts';

/** The report in force behind a figure, asked anew with each version; nothing is asked where the figure has none. */
export function useReport(api: Api, period: Period, agency: AgencyId, version: number | null) {
  const [report, setReport] = useState<ReportEnvelope | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    if (version === null) return;
    void api.report(period, agency).then((found) => (found.ok ? setReport(found.value.value) : setTrouble(troubleText(found.error))));
  }, [api, period, agency, version]);
  return { report, trouble } as const;
}
