import { type Finding, finding } from '../findings/finding.ts';
import type { Cell, GridRow } from '../grid.ts';
import type { Field } from '../layout.ts';
import type { RowId } from '../plan/plan.ts';
import { cellError, formula, formulaNotCalculated } from '../rules/formulas.ts';
import { lockedCellChanged, shownOtherwise } from '../rules/looks.ts';
import type { FieldValue, ValueKind } from '../tables/value-kind.ts';
import { quotable } from '../text.ts';
import { BLANK, type CellOutcome, type Note, noteOf, unreadCell } from './cell-outcome.ts';
import type { FilledCell } from './filled-cell.ts';
import { isFormFormula } from './form-formula.ts';
import type { Merged } from './merged.ts';
import { fieldCell, isFilled, type PlanTable } from './plan-table.ts';
import type { LockedColumn } from './read-inputs.ts';
import { findingPlace } from './scan-rows.ts';
import { shownInstead } from './shown-otherwise.ts';

type ReadCell = (cell: FilledCell) => CellOutcome<FieldValue>;

/** One row of a form being read, cell by cell; collects what is to be said of its cells. */
export interface RowReader {
  readonly findings: readonly Finding[];
  /** The field's value as `read` has it, or null where the cell is blank or cannot be taken for a value. */
  readonly take: (field: Field, read: ReadCell, kind: Pick<ValueKind, 'isFreeText'>) => FieldValue | null;
  /** Whether a cell that was taken holds something that could not be read. */
  readonly isUnread: (field: Field) => boolean;
  readonly unreadAny: () => boolean;
  readonly say: (note: Note, field: Field) => void;
}

/** Opens a row for reading. */
export function rowReader(table: PlanTable, row: GridRow, id: RowId, merged: Merged): RowReader {
  const findings: Finding[] = [];
  const unreadFields = new Set<Field>();
  const say = (note: Note, field: Field): void => {
    findings.push(note({ row: id, field, ...findingPlace(table, row, field) }));
  };
  return {
    findings,
    say,
    isUnread: (field) => unreadFields.has(field),
    unreadAny: () => unreadFields.size > 0,
    take(field, read, { isFreeText }) {
      const cell = fieldCell(table, row, field);
      if (!isFilled(cell) || merged.hides(row.number, cell.column)) {
        if (cell?.formula && cell.value !== null) say(noteOf(formula, {}), field);
        return null;
      }
      const dated = table.grid.date1904 ? { ...cell, date1904: true as const } : cell;
      const outcome = outcomeOf(isFreeText ? dated : typedCell(dated), read);
      const note = cell.formula && outcome.kind !== 'unread' ? noteOf(formula, {}) : outcome.kind === 'blank' ? undefined : outcome.note;
      if (note) say(note, field);
      if (outcome.kind === 'value') for (const odd of oddLooks(cell)) say(odd, field);
      if (outcome.kind === 'unread') unreadFields.add(field);
      return outcome.kind === 'value' ? outcome.value : null;
    },
  };
}

type MaybeFilledCell = Omit<FilledCell, 'value'> & Pick<Cell, 'value'>;

const isValued = (cell: MaybeFilledCell): cell is FilledCell => cell.value !== null;

function outcomeOf<T>(cell: MaybeFilledCell, parse: (cell: FilledCell) => CellOutcome<T>): CellOutcome<T> {
  if (cell.error !== null) return unreadCell(cellError, { error: cell.error });
  if (!isValued(cell)) return cell.formula ? unreadCell(formulaNotCalculated, {}) : BLANK;
  return parse(cell);
}

/** Where no free text is asked for a text is a figure, a word of a list or a date. */
const LONGEST_TYPED = 500;

/** The cell with what can be typed there at most: a longer text is none of it, however it goes on. */
function typedCell<Typed extends Cell>(cell: Typed): Typed {
  if (typeof cell.value !== 'string' || cell.value.length <= LONGEST_TYPED) return cell;
  const text = cell.value.trim();
  return { ...cell, value: text.length <= LONGEST_TYPED ? text : `${text.slice(0, LONGEST_TYPED)}…` };
}

/** What the eye sees otherwise than the value that counts: one remark a cell. */
function oddLooks({ struck, pattern, value }: Cell): Note[] {
  if (struck) return [noteOf(shownOtherwise, { as: 'struck', shown: '' })];
  if (!pattern || value === null || typeof value === 'boolean') return [];
  const shown = shownInstead(pattern, value);
  return shown === null ? [] : [noteOf(shownOtherwise, { as: 'text', shown: quotable(shown) })];
}

/**
 * Cells that are not the agency's to fill, yet hold something of its own: named, never counted. Where a cell's formula is not known, it
 * is left alone.
 */
export function lockedFindings(table: PlanTable, row: GridRow, id: RowId, columns: readonly LockedColumn[]): Finding[] {
  const found: Finding[] = [];
  for (const { field, formulas } of columns) {
    const cell = fieldCell(table, row, field);
    // a formula that shows nothing is there all the same
    if (!cell || (!cell.formula && !isFilled(cell))) continue;
    const isUnknown = cell.formula && (formulas === null || cell.formulaText === undefined);
    if (isUnknown || (cell.formula && isFormFormula(cell.formulaText ?? '', formulas ?? [], table, row))) continue;
    found.push(finding(lockedCellChanged, {}, { row: id, field, ...findingPlace(table, row, field) }));
  }
  return found;
}
