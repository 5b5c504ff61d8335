import type { Field } from '../layout.ts';

/** What an input cell holds: text, a number (progress as a part of one), a day as a Date at midnight UTC, or nothing. */
export type FormValue = string | number | Date | null;

export type RowValues = Readonly<Partial<Record<Field, FormValue>>>;
