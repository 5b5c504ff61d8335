import type { LinesRequest } from '../../core/form/plan-lines.ts';
import type { FormValues } from './form-values.ts';
import type { AddInStore } from './open-pane.ts';

/**
 * Whose form of which period is wanted; `values` fills input cells of rows that the agency owes, all others are passed over. `addIn`
 * says where Excel has the add-in from, whose pane opens with the form; left out, the Microsoft 365 administrator gave it.
 */
export interface FormRequest extends LinesRequest {
  readonly values?: FormValues;
  readonly addIn?: AddInStore;
  /** The address of the upload page, which the guide names; left out, it is not known. */
  readonly uploadPage?: string;
}
