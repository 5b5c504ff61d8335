import type { RowValues } from '../../core/form/row-values.ts';
import type { RowId } from '../../core/plan.ts';
import type { IndicatorEntry, Report, TaskEntry } from '../../core/report.ts';
import { cellValue, STATE_WORDS, STATUS_WORDS } from '../../core/words.ts';

/** Raw values of input cells by row. */
export type FormValues = ReadonlyMap<RowId, RowValues>;

/** A report's figures as an agency would have typed them. */
export function formValuesOf(report: Pick<Report, 'indicators' | 'tasks'>): FormValues {
  const rows = new Map<RowId, RowValues>();
  for (const [id, entry] of entriesOf(report.indicators)) rows.set(id, indicatorValues(entry));
  for (const [id, entry] of entriesOf(report.tasks)) rows.set(id, taskValues(entry));
  return rows;
}

const entriesOf = <T>(entries: Readonly<Partial<Record<RowId, T>>>): [RowId, T][] => Object.entries(entries) as [RowId, T][]; // keys are the record's own

const indicatorValues = ({ state, numerator, denominator, value, explanation, evidence }: IndicatorEntry): RowValues => ({
  state: STATE_WORDS[state],
  numerator: numerator ?? null,
  denominator: denominator ?? null,
  value: value === undefined ? null : cellValue(value),
  explanation: explanation ?? null,
  evidence: evidence ?? null,
});

const taskValues = ({ status, percent, document, issuedOn, summary, note }: TaskEntry): RowValues => ({
  status: STATUS_WORDS[status],
  percent: percent === undefined ? null : percent / 100,
  document: document ?? null,
  issuedOn: issuedOn === undefined ? null : new Date(`${issuedOn}T00:00:00Z`),
  summary: summary ?? null,
  note: note ?? null,
});
