// biome-ignore-all lint/a11y/useSemanticElements: only a part of the table is in the page, at places of its own; rows of a table element
// cannot stand so.
// biome-ignore-all lint/a11y/useFocusableInteractive: in a grid the cells take the focus, one at a time (WAI-ARIA "grid" pattern).
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Agency } from '../../../../core/plan/agency.ts';
import type { Period } from '../../../../core/plan/period.ts';
import type { Plan } from '../../../../core/plan/plan.ts';
import { citedIn } from '../../../../core/wording/names.ts';
import type { PlannedRow } from '../../../ui/planned-row.ts';
import { useView } from '../windowing/use-view.ts';
import { itemsOf, windowOf } from '../windowing/window-of.ts';
import type { FilteredMatrix } from './filter.ts';
import type { GridLine, RowGroup } from './grid-lines.ts';
import { MatrixGridGroup } from './matrix-grid-group.tsx';
import { MatrixGridRow } from './matrix-grid-row.tsx';
import { type GridPosition, moved } from './move.ts';
import { CELL_WIDTH, gridRowHeight, HEAD_HEIGHT, headWidth, NARROW, px } from './sizes.ts';

interface Props extends Pick<FilteredMatrix, 'agencies'> {
  readonly lines: readonly GridLine[];
  readonly period: Period;
  readonly plan: Plan;
  /** What the plan calls all its agencies together. */
  readonly whole: string;
  /** What the panel shows: its row, and its agency where a cell was chosen. */
  readonly chosen: { readonly row: string | undefined; readonly agency: string | undefined };
  readonly onChoose: (row: PlannedRow, agency: Agency | null) => void;
  readonly onUnfold: (group: RowGroup) => void;
}

/** The heat map: only what is in sight is in the page, so that 64 × 3.400 scrolls as 21 × 112 does. */
export function MatrixGrid({ lines, agencies, period, plan, whole, chosen, onChoose, onUnfold }: Props) {
  const grid = useRef<HTMLDivElement>(null);
  const view = useView(grid);
  const [place, setPlace] = useState<GridPosition>({ row: 0, column: 0 });
  const isMoving = useRef(false);
  const head = headWidth(view.width);
  const high = gridRowHeight(view.width);
  const width = head + agencies.length * CELL_WIDTH;
  const last = { row: lines.length - 1, column: agencies.length };
  const active = { row: Math.min(place.row, last.row), column: Math.min(place.column, last.column) };
  const [fromColumn, toColumn] = windowOf(view.left, view.width - head, CELL_WIDTH, agencies.length);
  const columns = useMemo(
    () => itemsOf([fromColumn, toColumn], active.column - 1, agencies.length),
    [fromColumn, toColumn, active.column, agencies.length],
  );
  const rowsInView = itemsOf(windowOf(view.top, view.height - HEAD_HEIGHT, high, lines.length), active.row, lines.length);

  // Before the next frame: by then the cell that had the focus may have left the page, and the focus with it.
  useLayoutEffect(() => {
    if (!isMoving.current) return;
    isMoving.current = false;
    grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  }, [active.row, active.column, lines]);

  const bringIntoSight = ({ row, column }: GridPosition): void => {
    const one = grid.current;
    if (!one) return;
    const left = (column - 1) * CELL_WIDTH;
    const top = row * high;
    const room = { width: one.clientWidth - head, height: one.clientHeight - HEAD_HEIGHT };
    const nearest = (now: number, from: number, size: number, of: number): number =>
      from < now ? from : from + size > now + of ? from + size - of : now;
    if (column > 0) one.scrollLeft = nearest(one.scrollLeft, left, CELL_WIDTH, room.width);
    one.scrollTop = nearest(one.scrollTop, top, high, room.height);
  };

  const open = (line: GridLine, column: number): void => {
    if ('planned' in line) onChoose(line.planned, agencies[column - 1] ?? null);
    else {
      // the line goes, and its first row takes its place with the focus
      isMoving.current = true;
      onUnfold(line.group);
    }
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const line = lines[active.row];
    if (line && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      open(line, active.column);
      return;
    }
    const next = moved(active, event.key, event.ctrlKey || event.metaKey, last, 5);
    if (!next) return;
    event.preventDefault();
    isMoving.current = true;
    bringIntoSight(next);
    setPlace(next);
  };

  const onClick = (event: MouseEvent): void => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
    const line = lines[Number(cell?.dataset.row)];
    if (!cell || !line) return;
    const column = Number(cell.dataset.column);
    setPlace({ row: Number(cell.dataset.row), column });
    open(line, column);
  };

  return (
    <div
      class={view.width < NARROW ? 'grid narrow' : 'grid'}
      ref={grid}
      role="grid"
      aria-label="Ma trận chỉ tiêu theo đơn vị"
      aria-rowcount={lines.length + 1}
      aria-colcount={agencies.length + 1}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <div class="grid-head" role="row" aria-rowindex={1} style={{ width: px(width), height: px(HEAD_HEIGHT) }}>
        <div class="corner" role="columnheader" aria-colindex={1} style={{ width: px(head) }}>
          Chỉ tiêu · kết quả {whole}
        </div>
        {columns.map((k) => (
          <div
            key={agencies[k]?.id}
            class="agency"
            role="columnheader"
            aria-colindex={k + 2}
            title={agencies[k]?.name}
            style={{ left: px(head + k * CELL_WIDTH) }}
          >
            <span>{agencies[k]?.shortName}</span>
          </div>
        ))}
      </div>
      <div class="grid-body" role="rowgroup" style={{ width: px(width), height: px(lines.length * high) }}>
        {rowsInView.map((k) => {
          const line = lines[k];
          if (line && 'group' in line)
            return (
              <MatrixGridGroup
                key={`group ${line.group.id}`}
                {...{ group: line.group, at: k, high, width }}
                room={Math.min(width, view.width)}
                columns={agencies.length + 1}
                isActive={k === active.row}
              />
            );
          const planned = line?.planned;
          return (
            planned && (
              <MatrixGridRow
                key={planned.row.id}
                {...{ planned, agencies, columns, period, head, high }}
                cited={citedIn(plan, planned.row.id)}
                at={k}
                activeColumn={k === active.row ? active.column : null}
                chosen={chosen.row === planned.row.id ? (chosen.agency ?? '') : null}
              />
            )
          );
        })}
      </div>
    </div>
  );
}
