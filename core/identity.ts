import type { AgencyId } from './plan/agency.ts';
import type { Period } from './plan/period.ts';

/** Whose form a workbook is, from its hidden identity sheet, once checked against plan and agencies. */
export interface Identity {
  readonly plan: string;
  readonly period: Period;
  readonly agency: AgencyId;
}
