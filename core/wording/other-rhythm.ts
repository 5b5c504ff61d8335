import type { Obligations } from '../plan/obligations.ts';
import type { Indicator, Task } from '../plan/plan.ts';
import { kindOfRow } from '../plan/plan-periods.ts';
import { RHYTHMS } from './period-names.ts';

/** Why a period of another rhythm does not ask for a row: "Chỉ tiêu báo cáo theo quý, không báo cáo trong kỳ này." */
export const otherRhythm = (what: string, row: Indicator | Task, { plan }: Pick<Obligations, 'plan'>): string =>
  `${what} báo cáo theo ${RHYTHMS[kindOfRow(plan, row)]}, không báo cáo trong kỳ này.`;
