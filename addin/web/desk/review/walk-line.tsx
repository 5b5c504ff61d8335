import type { DeskProps } from '../desk-props.ts';
import type { Walk } from './use-walk.ts';

interface Props extends Pick<DeskProps, 'go' | 'nameOf'> {
  readonly walk: Walk;
  /** How many of the filter still wait to be reviewed. */
  readonly left: number;
}

/** To the report before and after, in the filter of the list, without going back to it. */
export function WalkLine({ walk: { previous, next, place, count }, left, go, nameOf }: Props) {
  return (
    <nav class="row walk" aria-label="Các báo cáo trong bộ lọc">
      <button
        type="button"
        disabled={previous === null}
        title={previous ? nameOf(previous) : undefined}
        onClick={() => go({ donvi: previous }, 'replace')}
      >
        ‹ Trước
      </button>
      <button type="button" disabled={next === null} title={next ? nameOf(next) : undefined} onClick={() => go({ donvi: next }, 'replace')}>
        Sau ›
      </button>
      <span class="quiet">
        {place !== null && `${place}/${count} · `}
        {leftText(left)}
      </span>
    </nav>
  );
}

/** How many of a list still wait for a review. */
export const leftText = (left: number): string => (left === 0 ? 'không còn báo cáo chờ thẩm định' : `còn ${left} chờ thẩm định`);

/** On to the next report from where the last was decided on: the list may be long, and the walk stands above it. */
export const NextReport = ({ walk: { next }, go, nameOf }: Pick<Props, 'walk' | 'go' | 'nameOf'>) =>
  next && (
    <p>
      <button type="button" class="primary" onClick={() => go({ donvi: next }, 'replace')}>
        Sang báo cáo sau: {nameOf(next)}
      </button>
    </p>
  );
