import { type ConfirmedTable, choosableLines, confirm, type Unconfirmed } from '../../../core/adopting/confirm.ts';
import type { AppendixFound, FoundTable, Match, Recognition, TableLine } from '../../../core/adopting/recognition.ts';
import type { RowId } from '../../../core/plan/plan.ts';
import { ok, type Result } from '../../../core/result.ts';

/** What a person has chosen so far: which found table for each of the plan's, and where its doubtful rows stand. */
export interface AdoptionChoice {
  /** By its sheet and its header's row, so that a table is known again when the workbook is read anew; null for none of them. */
  readonly tables: Readonly<Partial<Record<string, string | null>>>;
  readonly rows: ReadonlyMap<RowId, number | null>;
}

export const NOTHING_CHOSEN: AdoptionChoice = { tables: {}, rows: new Map() };

export const tableKey = ({ sheet, header }: FoundTable): string => `${sheet}!${header.row}`;

/** The table that is to be adopted for one of the plan's; null where there is none, or where a person has yet to choose. */
export function tableOf({ tables, suggested }: AppendixFound, chosen: string | null | undefined): FoundTable | null {
  if (chosen === undefined) return suggested;
  return tables.find((table) => tableKey(table) === chosen) ?? null;
}

/** Whether several tables that were found for one wait for a person to choose among them. */
export const mustChoose = ({ tables, suggested }: AppendixFound, chosen: string | null | undefined): boolean =>
  tables.length > 0 && suggested === null && chosen === undefined;

/** The rows of a match that are offered first, then every other that may be chosen. */
export function offeredLines(table: FoundTable, match: Match): readonly TableLine[] {
  const likely = new Set(match.kind === 'ambiguous' ? match.at : match.kind === 'absent' ? [] : [match.at]);
  const all = choosableLines(table);
  return [...all.filter(({ row }) => likely.has(row)), ...all.filter(({ row }) => !likely.has(row))];
}

/** Confirms every table of the plan that is to be adopted with what was chosen. */
export function confirmed(recognition: Recognition, { tables, rows }: AdoptionChoice): Result<readonly ConfirmedTable[], Unconfirmed> {
  const sure: ConfirmedTable[] = [];
  for (const found of recognition) {
    const table = tableOf(found, tables[found.layout.table]);
    if (!table) continue;
    const one = confirm(table, new Map([...rows].filter(([id]) => table.matches.has(id))));
    if (!one.ok) return one;
    sure.push(one.value);
  }
  return ok(sure);
}
