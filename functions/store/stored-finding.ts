import * as z from 'zod';
import { WireFinding } from '../../contract/wire-finding.ts';
import type { Finding } from '../../core/findings/finding.ts';
import { sentenceOfStored } from '../../core/wording/findings.ts';

const Fact = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);

/** A finding as data: what its rule knows of it. The sentence is made when it is told. */
const FindingData = WireFinding.omit({ message: true, sheet: true, cell: true }).extend({
  /** `column`: the header of its column in the table where it was read. */
  place: z.strictObject({ sheet: z.string(), cell: z.string().optional(), column: z.string().optional() }).nullable(),
  facts: z.record(z.string(), Fact),
});

/** A finding as it is stored with its version: as data, or, by an earlier release, as it was told then. */
export const StoredFinding = z.union([FindingData, WireFinding]);
export type StoredFinding = z.infer<typeof StoredFinding>;

/** A finding as it is stored from now on. */
export const storedFinding = ({ rule, severity, row, field, facts, sheet, cell, column }: Finding): StoredFinding => ({
  rule,
  severity,
  row,
  field,
  place: sheet === undefined ? null : { sheet, ...(cell !== undefined && { cell }), ...(column !== undefined && { column }) },
  facts: { ...facts } as z.infer<typeof FindingData>['facts'], // the facts of every rule are such
});

/** A stored finding as clients see it. What another release found, and this one has no words for, is told by the id of its rule. */
export function wireStoredFinding(stored: StoredFinding): WireFinding {
  if ('message' in stored) return stored;
  const { rule, severity, row, field, facts } = stored;
  const { column, ...place } = stored.place ?? {};
  const message = sentenceOfStored(rule, facts, row, column) ?? `Có nội dung cần xem lại (${rule}).`;
  return { rule, severity, row, field, message, ...place };
}
