import { type ConfirmedTable, choosableLines, confirm, type Unconfirmed } from '../../../core/adopting/confirm.ts';
import type { AppendixFound, FoundTable, Match, Recognition, TableLine } from '../../../core/adopting/recognition.ts';
import type { RowId } from '../../../core/plan/plan.ts';
import { ok, type Result } from '../../../core/result.ts';

export type AppendixName = keyof Recognition;

/** What a person has chosen so far: which table of an appendix, and where its doubtful rows stand. */
export interface AdoptionChoice {
  /** By its sheet and its header's row, so that a table is known again when the workbook is read anew; null for none of them. */
  readonly tables: Readonly<Partial<Record<AppendixName, string | null>>>;
  readonly rows: ReadonlyMap<RowId, number | null>;
}

export const NOTHING_CHOSEN: AdoptionChoice = { tables: {}, rows: new Map() };

export const tableKey = ({ sheet, header }: FoundTable): string => `${sheet}!${header.row}`;

/** The table that is to be adopted for an appendix; null where there is none, or where a person has yet to choose. */
export function tableOf({ tables, suggested }: AppendixFound, chosen: string | null | undefined): FoundTable | null {
  if (chosen === undefined) return suggested;
  return tables.find((table) => tableKey(table) === chosen) ?? null;
}

/** Whether several tables of one appendix wait for a person to choose among them. */
export const mustChoose = ({ tables, suggested }: AppendixFound, chosen: string | null | undefined): boolean =>
  tables.length > 0 && suggested === null && chosen === undefined;

/** The rows of a match that are offered first, then every other that may be chosen. */
export function offeredLines(table: FoundTable, match: Match): readonly TableLine[] {
  const likely = new Set(match.kind === 'ambiguous' ? match.at : match.kind === 'absent' ? [] : [match.at]);
  const all = choosableLines(table);
  return [...all.filter(({ row }) => likely.has(row)), ...all.filter(({ row }) => !likely.has(row))];
}

/** Confirms both appendices with what was chosen. */
export function confirmed(
  { indicators, tasks }: Recognition,
  { tables, rows }: AdoptionChoice,
): Result<Record<AppendixName, ConfirmedTable | null>, Unconfirmed> {
  const one = (found: AppendixFound, chosen: string | null | undefined): Result<ConfirmedTable | null, Unconfirmed> => {
    const table = tableOf(found, chosen);
    return table ? confirm(table, new Map([...rows].filter(([id]) => table.matches.has(id)))) : ok(null);
  };
  const first = one(indicators, tables.indicators);
  if (!first.ok) return first;
  const second = one(tasks, tables.tasks);
  return second.ok ? ok({ indicators: first.value, tasks: second.value }) : second;
}
