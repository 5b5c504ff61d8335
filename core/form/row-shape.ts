import type { Field } from '../layout.ts';
import type { Check } from './check.ts';
import type { Condition } from './condition.ts';
import type { InputRule } from './input-rule.ts';

/** When an input cell is wrong, and when it is still missing. "Kiểm tra" has the sentence; the colour only shows where. */
export interface Marks {
  readonly wrong?: Condition;
  readonly missing?: Condition;
}

/** How a row is filled: which cells are open, and what stands beside them. Rows that are filled alike share one object. */
export interface RowShape {
  /** The cells that an agency fills in, from left to right. */
  readonly inputs: readonly Field[];
  /** What "Kiểm tra" asks, in the order in which its sentences speak (contract, "Reading a workbook"). */
  readonly checks: readonly Check[];
  /** What each input cell may hold; free texts have no rule. */
  readonly rules: Readonly<Partial<Record<Field, InputRule>>>;
  readonly marks: Readonly<Partial<Record<Field, Marks>>>;
  /** Whether "Tỷ lệ" is worked out from its counts. */
  readonly hasRate: boolean;
}
