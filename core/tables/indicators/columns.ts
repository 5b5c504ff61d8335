import { checkColumn } from '../every-table.ts';
import { completedOnColumn } from './completed-on.ts';
import { denominatorColumn, numeratorColumn, rateColumn } from './counts.ts';
import {
  implementersColumn,
  indicatorKeyColumn,
  indicatorLeadsColumn,
  indicatorNameColumn,
  indicatorNumberColumn,
  methodColumn,
  targetColumn,
  unitColumn,
} from './plan-columns.ts';
import { evidenceColumn, explanationColumn } from './remarks.ts';
import { stateColumn } from './state.ts';
import { valueColumn } from './value.ts';

/** The columns of a table of indicators, in the form's order. */
export const INDICATOR_COLUMNS = [
  indicatorKeyColumn,
  indicatorNumberColumn,
  indicatorNameColumn,
  unitColumn,
  targetColumn,
  indicatorLeadsColumn,
  implementersColumn,
  methodColumn,
  stateColumn,
  numeratorColumn,
  denominatorColumn,
  rateColumn,
  valueColumn,
  completedOnColumn,
  explanationColumn,
  evidenceColumn,
  checkColumn,
] as const;

export type IndicatorField = (typeof INDICATOR_COLUMNS)[number]['field'];
