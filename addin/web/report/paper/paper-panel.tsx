import { useMemo } from 'preact/hooks';
import { obligationsOf } from '../../../../core/plan/obligations.ts';
import type { Report } from '../../../../core/report.ts';
import { ownPaper } from '../../../../core/report-text/own-paper.ts';
import type { AgencyPeriod } from '../agency-period.ts';
import { PaperView } from './paper-view.tsx';

interface Props {
  readonly report: Report;
  readonly place: AgencyPeriod;
}

/** The report on paper before it is sent: the very content of the document that is signed afterwards. */
export function PaperPanel({ report, place: { ground, agency } }: Props) {
  const { plan, agencies, period } = ground;
  const paper = useMemo(
    () => ownPaper({ obligations: obligationsOf(plan, agencies, period.period), agency, report }),
    [plan, agencies, period, agency, report],
  );
  return <PaperView paper={paper} />;
}
