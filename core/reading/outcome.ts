import type { FactsByRule, RuleId } from '../findings/facts.ts';
import type { Cell } from '../grid.ts';

/** What a rule would say of a cell, before anybody knows which row and field it is. */
export type Note = { [R in RuleId]: { readonly rule: R; readonly facts: FactsByRule[R] } }[RuleId];

/** What a cell says: nothing; a value (with something to remark); or something that cannot be taken for a value. */
export type Outcome<T> =
  | { readonly kind: 'blank' }
  | { readonly kind: 'value'; readonly value: T; readonly note?: Note }
  | { readonly kind: 'unread'; readonly note: Note };

export const BLANK = { kind: 'blank' } as const;

export const read = <T>(value: T): Outcome<T> => ({ kind: 'value', value });

export function readWith<R extends RuleId, T>(value: T, rule: R, facts: FactsByRule[R]): Outcome<T> {
  return { kind: 'value', value, note: { rule, facts } as Note }; // R ties rule and facts together
}

export function unread<R extends RuleId>(rule: R, facts: FactsByRule[R]): Outcome<never> {
  return { kind: 'unread', note: { rule, facts } as Note }; // R ties rule and facts together
}

/** A non-blank cell whose value is known; error values and formulas without a result are dealt with before. */
export type FilledCell = Cell & {
  readonly value: string | number | boolean;
  /** Whether a bare number that is a day counts from 1904. */
  readonly date1904?: true;
};

/** The number that a cell means: programs store 189.99999999999997 for 190, whole to 15 significant digits. */
export const fifteenDigits = (value: number): number =>
  Number.isInteger(value) && Math.abs(value) < 1e15 ? value : Number(value.toPrecision(15));
