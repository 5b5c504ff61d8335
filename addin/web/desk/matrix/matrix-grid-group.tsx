// biome-ignore-all lint/a11y/useSemanticElements: as the rows of the grid around it.
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid the cells take the focus, one at a time (WAI-ARIA "grid" pattern).
import { verdictCounts } from '../../../../core/overview/verdict-counts.ts';
import { VERDICT_SIGNS, VERDICT_WORDS } from '../../../../core/wording/labels.ts';
import type { RowGroup } from './grid-lines.ts';
import { px } from './sizes.ts';

interface Props {
  readonly group: RowGroup;
  readonly at: number;
  readonly high: number;
  readonly width: number;
  /** Of what is in sight: the line's text does not scroll away. */
  readonly room: number;
  readonly columns: number;
  readonly isActive: boolean;
}

/** A folded group: how many indicators it has and how they stand; choosing it opens it. */
export function MatrixGridGroup({ group: { id, title, rows }, at, high, width, room, columns, isActive }: Props) {
  const counts = verdictCounts(rows, VERDICT_WORDS).filter(({ count }) => count > 0);
  return (
    <div class="grid-row group" role="row" aria-rowindex={at + 2} style={{ top: px(at * high), height: px(high), width: px(width) }}>
      <div
        class="group-head"
        role="rowheader"
        aria-colindex={1}
        aria-colspan={columns}
        aria-expanded="false"
        style={{ width: px(room) }}
        data-row={at}
        data-column={0}
        tabIndex={isActive ? 0 : -1}
        title={title}
      >
        <span class="group-name">
          <span aria-hidden="true">▸</span> <b>{id}</b> {title} ({rows.length})
        </span>
        <span class="quiet">
          {counts.map(({ verdict, count }) => `${VERDICT_SIGNS[verdict]} ${VERDICT_WORDS[verdict]}: ${count}`).join(' · ')}
        </span>
      </div>
    </div>
  );
}
