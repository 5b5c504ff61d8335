import type { Field } from '../layout.ts';
import type { TableKind } from '../tables/table-kind.ts';
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
  /** The headers of those that are open in its rows and not in every one of the table. */
  readonly ownHeaders: readonly string[];
}

/**
 * A cell that may hold what cannot be taken for a value, and what "Kiểm tra" then says: first of the `word` of its state, then of any
 * other.
 */
export interface UnreadCheck {
  readonly at: 'word' | 'cell';
  readonly field: Field;
  readonly when: Condition;
  readonly says: string;
}

/** What the live checks say of the figure that a row asks for. */
interface AskedFigure {
  /** A figure other than nought stands there. */
  readonly stands: Condition;
  /** What is to be filled in besides `Tình trạng`. */
  readonly asked: string;
  /** Where `Có số liệu` stands without it. */
  readonly needed: string;
}

/**
 * How a row is filled: which cells are open besides those that are open in every row of its table, and what stands beside them. Rows
 * that are filled alike share one object. What "Kiểm tra" says of it is put together from the live checks of the rules.
 */
export interface RowShape {
  /** By it the formulas of earlier forms are told apart: shapes with other formulas have other names, and a name never changes. */
  readonly name: string;
  readonly table: TableKind;
  /** Whether the agency answers for such a row alone, owes it, or has perhaps nothing to say of it. */
  readonly owed: 'alone' | 'owed' | 'perhaps';
  /** The inputs that are open in its rows and not in every one of the table. */
  readonly ownInputs: readonly Field[];
  /** In the order in which they speak. */
  readonly unread: readonly UnreadCheck[];
  /** Null for rows that ask for none. */
  readonly figure: AskedFigure | null;
  /** What an input cell may hold where that is not the same in every row. */
  readonly rules: Readonly<Partial<Record<Field, InputRule>>>;
  readonly marks: (inputs: RowInputs) => Readonly<Partial<Record<Field, Marks>>>;
  /** Whether "Tỷ lệ" is worked out from its counts. */
  readonly hasRate: boolean;
}
