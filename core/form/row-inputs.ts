import type { Field } from '../layout.ts';
import { oncePerObject } from '../once.ts';
import type { InputColumn } from '../tables/column.ts';
import { inputsIn } from '../tables/inputs.ts';
import type { InputRule } from './input-rule.ts';
import type { RowInputs, RowShape } from './row-shape.ts';

/** What an agency fills in a row of this shape, from left to right. */
export const inputsOf = oncePerObject((shape: RowShape): readonly InputColumn<Field>[] =>
  inputsIn(shape.table).filter((column) => isOpen(column, shape)),
);

export const isOpen = ({ openIn, field }: InputColumn, { ownInputs }: RowShape): boolean =>
  openIn === 'every-row' || ownInputs.some((own) => own === field);

/** What its cell may hold in a row of this shape. */
export function inputRuleOf({ inputRule, field }: InputColumn<Field>, { rules }: RowShape): InputRule | 'none' {
  return inputRule === 'by-row-shape' ? (rules[field] ?? 'none') : inputRule;
}

/** The fields of a row's inputs, for its checks and marks. */
export function rowInputs(shape: RowShape): RowInputs {
  const inputs = inputsOf(shape);
  const fieldsOf = (...parts: readonly InputColumn['part'][]) =>
    inputs.filter(({ part }) => parts.includes(part)).map(({ field }) => field);
  const ownHeaders = inputs.filter(({ openIn }) => openIn !== 'every-row').map(({ header }) => header);
  return { all: inputs.map(({ field }) => field), answers: fieldsOf('answer'), remarks: fieldsOf('reason', 'remark'), ownHeaders };
}
