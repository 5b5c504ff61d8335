import type { Agency } from '../../../../core/plan/agency.ts';
import type { Plan } from '../../../../core/plan/plan.ts';
import { citedIn } from '../../../../core/wording/names.ts';
import type { PlannedRow } from '../../../ui/planned-row.ts';
import { agencyTerms, meeting } from '../../../ui/search.ts';
import type { DeskQuery } from '../desk-query.ts';
import { inGroup } from '../group-filter.tsx';

export interface FilteredMatrix {
  readonly rows: readonly PlannedRow[];
  readonly agencies: readonly Agency[];
}

/**
 * What the query leaves of the matrix. A search that meets agencies keeps those columns, one that meets indicators keeps those
 * rows; one that meets both keeps both. With diacritics the search minds them, without them it does not.
 */
export function filtered(all: FilteredMatrix, { tim = '', khoi, ketqua, co, thieu }: DeskQuery, plan: Plan): FilteredMatrix {
  const kept = {
    rows: all.rows.filter(({ row }) => (!ketqua || row.verdict === ketqua) && (!co || row.why.flagged)),
    agencies: all.agencies.filter(inGroup(plan, khoi)),
  };
  const found = searched(kept, tim, plan);
  if (!thieu) return found;
  const isMissing = ({ row }: PlannedRow, { id }: Agency) => row.cells[id]?.state === 'not-reported';
  const agencies = found.agencies.filter((agency) => found.rows.some((row) => isMissing(row, agency)));
  return { agencies, rows: found.rows.filter((row) => agencies.some((agency) => isMissing(row, agency))) };
}

function searched({ rows, agencies }: FilteredMatrix, typed: string, plan: Plan): FilteredMatrix {
  const meets = meeting(typed);
  if (!meets) return { rows, agencies };
  const [those, them] = [
    rows.filter(({ indicator }) => meets(`${citedIn(plan, indicator.id)} ${indicator.name}`)),
    agencies.filter((agency) => meets(agencyTerms(agency.id, agency))),
  ];
  if (those.length === 0 && them.length === 0) return { rows: [], agencies: [] };
  return { rows: those.length > 0 ? those : rows, agencies: them.length > 0 ? them : agencies };
}
