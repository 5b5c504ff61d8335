import type { Field } from '../layout.ts';
import type { TableKind } from '../tables/table-kind.ts';
import type { Check } from './check.ts';
import type { Condition } from './condition.ts';
import type { InputRule } from './input-rule.ts';

/** When an input cell is wrong, and when it is still missing. "Kiểm tra" has the sentence; the colour only shows where. */
export interface Marks {
  readonly wrong?: Condition;
  readonly missing?: Condition;
}

/** The inputs of a row from left to right: all of them, those that answer, those that only remark on an answer. */
export interface RowInputs {
  readonly all: readonly Field[];
  readonly answers: readonly Field[];
  readonly remarks: readonly Field[];
}

/**
 * How a row is filled: which cells are open besides those that are open in every row of its table, and what stands beside them. Rows
 * that are filled alike share one object.
 */
export interface RowShape {
  readonly table: TableKind;
  /** The inputs that are open in its rows and not in every one of the table. */
  readonly ownInputs: readonly Field[];
  /** What "Kiểm tra" asks, in the order in which its sentences speak (contract, "Reading a workbook"). */
  readonly checks: (inputs: RowInputs) => readonly Check[];
  /** What an input cell may hold where that is not the same in every row. */
  readonly rules: Readonly<Partial<Record<Field, InputRule>>>;
  readonly marks: (inputs: RowInputs) => Readonly<Partial<Record<Field, Marks>>>;
  /** Whether "Tỷ lệ" is worked out from its counts. */
  readonly hasRate: boolean;
}
