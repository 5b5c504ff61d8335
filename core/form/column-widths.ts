import type { IndicatorField, TaskField } from '../layout.ts';

/** Column widths in Excel's units: together they must let A4 landscape hold the table at 9 points or more. */
export const INDICATOR_WIDTHS: Readonly<Record<IndicatorField, number>> = {
  id: 9.7,
  tt: 4.3,
  name: 25.2,
  target: 6.8,
  leads: 11.2,
  implementers: 11.2,
  method: 24,
  state: 9.4,
  numerator: 8.3,
  denominator: 8.3,
  rate: 8.2,
  value: 7.2,
  explanation: 13,
  evidence: 11,
  check: 13.2,
};

export const TASK_WIDTHS: Readonly<Record<TaskField, number>> = {
  id: 10.2,
  tt: 5,
  name: 36.8,
  leads: 9.3,
  coordinators: 11.8,
  deliverable: 14.5,
  timeframe: 10.3,
  status: 9.5,
  percent: 7,
  document: 10.2,
  issuedOn: 10.7,
  summary: 13,
  note: 9.5,
  check: 13.2,
};
