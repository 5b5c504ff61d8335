import type { PeriodDays } from '../../../contract/period-line.ts';
import type { StatusLine } from '../../../contract/routes/get-status.ts';
import type { Matrix } from '../../../core/matrix.ts';
import type { Agency, AgencyId } from '../../../core/plan/agency.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import type { Api } from '../../api/api.ts';

/** What every part of consolidating in the pane works from. */
export interface PeriodView {
  readonly api: Api;
  readonly plan: Plan;
  readonly line: PeriodDays;
  readonly matrix: Matrix;
  readonly status: readonly StatusLine[];
  readonly agency: ReadonlyMap<AgencyId, Agency>;
  /** An agency's full name; an id that is no agency's is given back as it is. */
  readonly nameOf: (id: string) => string;
  /** Asks the server again, after something was changed from here. */
  readonly reload: () => Promise<void>;
}
