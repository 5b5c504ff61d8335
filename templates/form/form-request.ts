import type { AgencyId } from '../../core/agency.ts';
import type { Obligations } from '../../core/obligations.ts';
import type { FormValues } from './form-values.ts';

/** Whose form of which period is wanted; `values` fills input cells of rows that the agency owes, all others are passed over. */
export interface FormRequest {
  readonly obligations: Obligations;
  readonly agency: AgencyId;
  readonly values?: FormValues;
}
