import * as z from 'zod';
import { readStatus } from '../../reading/words.ts';
import { STATUS_WORDS } from '../../words.ts';
import type { InputColumn } from '../column.ts';
import { isEqual, whatever } from '../value-kind.ts';

export const Status = z.enum(['not-started', 'in-progress', 'done', 'awaiting-guidance', 'not-relevant']);
export type Status = z.infer<typeof Status>;

export const statusColumn: InputColumn<'status', Status, 'state'> = {
  field: 'status',
  header: 'Tình trạng',
  role: 'input',
  part: 'state',
  openIn: 'every-row',
  valueKind: {
    schema: Status,
    isFreeText: false,
    read: readStatus,
    cellValue: (status) => STATUS_WORDS[status],
    display: (status) => STATUS_WORDS[status],
    standsInForm: whatever,
    isSame: isEqual,
  },
  inputRule: 'by-row-shape',
  width: 9.9,
  align: 'centre',
  format: 'none',
  panel: 'none',
  appendix: 'none',
  inMatrix: { whenReported: false, sources: 'none' },
};
