import { Fragment } from 'preact';
import type { PanelLine } from './panel-lines.ts';

interface Props {
  readonly lines: readonly PanelLine[];
  /** Whether what the lines say is still being fetched. */
  readonly isWaiting?: boolean;
}

/** Lines of a list of facts, a term and what is said under it. */
export const PanelFacts = ({ lines, isWaiting = false }: Props) => (
  <>
    {lines.map(({ field, label, text, blank }) => (
      <Fragment key={field}>
        <dt>{label}</dt>
        <dd data-field={field}>{text || (isWaiting ? 'Đang lấy…' : blank)}</dd>
      </Fragment>
    ))}
  </>
);
