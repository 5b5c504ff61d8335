import type { PeriodLine } from '../../../contract/period-line.ts';
import type { Me } from '../../../contract/routes/get-me.ts';
import type { StatusLine } from '../../../contract/routes/get-status.ts';
import type { Matrix } from '../../../core/matrix.ts';
import type { Agency, AgencyId } from '../../../core/plan/agency.ts';
import type { Period } from '../../../core/plan/period.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import type { Api } from '../../api/api.ts';
import type { DeskQuery, Go } from './desk-query.ts';

/** What every tab of the desk stands on. */
export interface DeskProps {
  readonly api: Api;
  readonly me: Me;
  readonly isConsolidator: boolean;
  readonly period: Period;
  readonly periodLine: PeriodLine;
  readonly periods: readonly PeriodLine[];
  readonly plan: Plan;
  /** Every agency on the list, also those that do not report. */
  readonly register: readonly Agency[];
  /** The agencies that report in this period, in the order of every list. */
  readonly agencies: readonly Agency[];
  readonly agency: ReadonlyMap<AgencyId, Agency>;
  /** An agency's full name; whoever is no agency by the text as it came. */
  readonly nameOf: (id: string) => string;
  readonly matrix: Matrix;
  /** Empty to a lead, which sees its rows alone. */
  readonly status: readonly StatusLine[];
  /** Asks the server again, after an act of one's own. */
  readonly reload: () => Promise<void>;
  /** Asks for plan and agencies again, after others came into force. */
  readonly renewPlan: () => void;
  readonly query: DeskQuery;
  readonly go: Go;
}
