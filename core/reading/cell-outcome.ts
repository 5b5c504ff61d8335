import { type Finding, type FindingPlace, finding } from '../findings/finding.ts';
import type { AnyRule, FactsOf } from '../rules/rules.ts';

/** What is to be said of a cell, before anybody knows which row and field it is. */
export type Note = (place: FindingPlace) => Finding;

/** What a cell says: nothing; a value (with something to remark); or something that cannot be taken for a value. */
export type CellOutcome<T> =
  | { readonly kind: 'blank' }
  | { readonly kind: 'value'; readonly value: T; readonly note?: Note }
  | { readonly kind: 'unread'; readonly note: Note };

export const BLANK = { kind: 'blank' } as const;

export const read = <T>(value: T): CellOutcome<T> => ({ kind: 'value', value });

export const noteOf =
  <R extends AnyRule>(rule: R, facts: FactsOf<R['id']>): Note =>
  (place) =>
    finding(rule, facts, place) as Finding; // of one of the rules

export const readWith = <R extends AnyRule, T>(value: T, rule: R, facts: FactsOf<R['id']>): CellOutcome<T> => ({
  kind: 'value',
  value,
  note: noteOf(rule, facts),
});

export const unreadCell = <R extends AnyRule>(rule: R, facts: FactsOf<R['id']>): CellOutcome<never> => ({
  kind: 'unread',
  note: noteOf(rule, facts),
});
