import type { StatedValue } from '../../figures/figure.ts';
import type { InputColumn } from '../column.ts';
import { STATED_VALUE } from '../values/stated.ts';

export const valueColumn: InputColumn<'value', StatedValue, 'answer'> = {
  field: 'value',
  header: 'Giá trị',
  role: 'input',
  part: 'answer',
  openIn: 'rows-of-its-figure',
  valueKind: STATED_VALUE,
  inputRule: 'by-row-shape',
  width: 6.9,
  align: 'centre',
  format: 'none',
  panel: 'none',
  appendix: 'none',
  inMatrix: { whenReported: true, sources: { width: 8, shows: 'word' } },
};
