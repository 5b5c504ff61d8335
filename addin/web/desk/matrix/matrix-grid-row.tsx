// biome-ignore-all lint/a11y/useSemanticElements: only a part of the table is in the page, at places of its own; rows of a table element
// cannot stand so.
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid the cells take the focus, one at a time (WAI-ARIA "grid" pattern).
import { useMemo } from 'preact/hooks';
import type { Agency } from '../../../../core/plan/agency.ts';
import type { Period } from '../../../../core/plan/period.ts';
import { PACE_WORDS, VERDICT_SIGNS, VERDICT_WORDS } from '../../../../core/wording/labels.ts';
import { cellFigure, matrixCellLook } from '../../../ui/matrix-cell-look.ts';
import type { PlannedRow } from '../../../ui/planned-row.ts';
import { resultText } from '../../../ui/result-text.ts';
import { VERDICT_TONES } from '../../../ui/tone.ts';
import { CELL_WIDTH, px } from './sizes.ts';

interface Props {
  readonly planned: PlannedRow;
  /** As people call the row. */
  readonly cited: string;
  readonly agencies: readonly Agency[];
  readonly columns: readonly number[];
  readonly period: Period;
  readonly head: number;
  readonly high: number;
  readonly at: number;
  /** The column that has the tab stop; null where it is in another row. */
  readonly activeColumn: number | null;
  /** The agency whose cell is open, '' for the row itself, null for neither. */
  readonly chosen: string | null;
}

/** One indicator across the agencies in sight; drawn anew only when something of it changed. */
export function MatrixGridRow({ planned, cited, agencies, columns, period, head, high, at, activeColumn, chosen }: Props) {
  const { row, indicator } = planned;
  return useMemo(
    () => (
      <div
        class="grid-row"
        role="row"
        aria-rowindex={at + 2}
        style={{ top: px(at * high), height: px(high), width: px(head + agencies.length * CELL_WIDTH) }}
      >
        <div
          class={`row-head${chosen === '' ? ' chosen' : ''}`}
          role="rowheader"
          aria-colindex={1}
          style={{ width: px(head) }}
          data-row={at}
          data-column={0}
          tabIndex={activeColumn === 0 ? 0 : -1}
          title={[indicator.name, row.pace && PACE_WORDS[row.pace]].filter(Boolean).join(' · ')}
        >
          <div class="row-name">
            <b>{cited}</b> {indicator.name}
          </div>
          <div class="row-result">
            <b>{resultText(indicator, row.result)}</b> <small>/ {indicator.targetText}</small>
            <div class={`word ${VERDICT_TONES[row.verdict]}`}>
              <span aria-hidden="true">{VERDICT_SIGNS[row.verdict]}</span> <span class="in-words">{VERDICT_WORDS[row.verdict]}</span>
            </div>
            {row.pace && <small class="visually-hidden">{PACE_WORDS[row.pace]}</small>}
          </div>
        </div>
        {columns.map((k) => {
          const agency = agencies[k];
          if (!agency) return null;
          const cell = row.cells[agency.id];
          const look = matrixCellLook(indicator, { period, agency: agency.id }, cell);
          const { tone, sign, short, word } = look;
          return (
            <div
              key={agency.id}
              class={`cell ${tone}${chosen === agency.id ? ' chosen' : ''}`}
              role="gridcell"
              aria-colindex={k + 2}
              aria-label={`${agency.shortName}, ${cited}: ${cellFigure(indicator, cell) ?? ''} ${word}`}
              style={{ left: px(head + k * CELL_WIDTH) }}
              data-row={at}
              data-column={k + 1}
              tabIndex={activeColumn === k + 1 ? 0 : -1}
            >
              {short ? `${sign}\n${short}` : sign}
            </div>
          );
        })}
      </div>
    ),
    [planned, agencies, columns, period, head, high, at, activeColumn, chosen],
  );
}
