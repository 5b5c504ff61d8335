import type { Tone } from '../tone.ts';
import './charts.css';

export interface SharePiece {
  readonly id: string;
  readonly tone: Tone;
  readonly sign: string;
  readonly count: number;
}

/** Below this part of the whole a piece has no room for its sign and number. */
const LEAST_WRITTEN = 0.07;

/** How a whole is made up: a piece each, with its sign and number; what stands beside it says the same in words. */
export function ShareBar({ shares, label }: { readonly shares: readonly SharePiece[]; readonly label: string }) {
  const whole = shares.reduce((sum, { count }) => sum + count, 0);
  let before = 0;
  const pieces = shares
    .filter(({ count }) => count > 0)
    .map((share) => {
      const piece = { ...share, from: (100 * before) / whole, width: (100 * share.count) / whole };
      before += share.count;
      return piece;
    });
  return (
    <svg class="chart shares" role="img" aria-label={label}>
      {pieces.map(({ id, tone, sign, count, from, width }) => (
        <g key={id} class={tone}>
          <rect x={`${from.toFixed(2)}%`} width={`${width.toFixed(2)}%`} height="100%" />
          {width >= 100 * LEAST_WRITTEN && (
            <text x={`${(from + width / 2).toFixed(2)}%`} y="50%" dy="0.35em">
              {sign} {count}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
