import type { LinesRequest } from '../../core/form/plan-lines.ts';
import type { FormValues } from './form-values.ts';

/** Whose form of which period is wanted; `values` fills input cells of rows that the agency owes, all others are passed over. */
export interface FormRequest extends LinesRequest {
  readonly values?: FormValues;
  /** The address of the upload page, which the guide names; left out, it is not known. */
  readonly uploadPage?: string;
}
