import { Fragment } from 'preact';
import type { Settings } from '../../../../core/plan/settings.ts';
import type { DeskProps } from '../desk-props.ts';
import { linkTo } from '../desk-query.ts';
import { SIGNING_FIELD } from '../settings/signing-field.ts';

export type PaperField = keyof typeof SIGNING_FIELD;

const TOLD: Readonly<Record<PaperField, string>> = { name: 'tên người ký', number: 'số', day: 'ngày' };

/** What still stands open on a report that is to be signed. */
export const missingOnPaper = ({ signing = {} }: Settings): PaperField[] =>
  (Object.keys(TOLD) as PaperField[]).filter((field) => !signing[field]?.trim()); // keys of a record of fields

interface Props extends Pick<DeskProps, 'query' | 'go'> {
  readonly fields: readonly PaperField[];
  readonly before?: string;
}

/** What still stands open, each a link to the field where it is filled in. */
export const PaperLinks = ({ query, go, fields, before = '' }: Props) => (
  <>
    {fields.map((field, k) => (
      <Fragment key={field}>
        {k > 0 && ', '}
        <a {...linkTo(query, go, { the: 'quan-tri', muc: 'thiet-lap', o: SIGNING_FIELD[field] })}>
          {before}
          {TOLD[field]}
        </a>
      </Fragment>
    ))}
  </>
);
