import type { PeriodDays } from '../../../contract/period-line.ts';
import type { StatusLine } from '../../../contract/routes/get-status.ts';
import type { Matrix } from '../../../core/matrix.ts';
import type { Agency, AgencyId } from '../../../core/plan/agency.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import type { Api } from '../../api/api.ts';

/** What every part of consolidating in the pane stands on. */
export interface PeriodView {
  readonly api: Api;
  readonly plan: Plan;
  readonly line: PeriodDays;
  readonly matrix: Matrix;
  readonly status: readonly StatusLine[];
  readonly agency: ReadonlyMap<AgencyId, Agency>;
  /** An agency's full name; whoever is no agency by the name as it came. */
  readonly nameOf: (id: string) => string;
  /** Asks the server again, after an act of one's own. */
  readonly reload: () => Promise<void>;
}
