import type { RowGroup } from './grid-lines.ts';

interface Props {
  readonly groups: readonly RowGroup[];
  readonly folded: ReadonlySet<string>;
  readonly onFold: (folded: ReadonlySet<string>) => void;
}

/** Which groups of indicators stand as one line; it lies over the grid, which keeps its room. */
export function FoldGroups({ groups, folded, onFold }: Props) {
  if (groups.length === 0) return null;
  const count = groups.filter(({ id }) => folded.has(id)).length;
  return (
    <details class="fold">
      <summary>Nhóm chỉ tiêu{count > 0 && ` (gập ${count})`}</summary>
      <div class="panel">
        {groups.map(({ id, title, rows }) => (
          <label key={id} class="check">
            <input
              type="checkbox"
              checked={!folded.has(id)}
              onChange={(event) => onFold(new Set(event.currentTarget.checked ? [...folded].filter((one) => one !== id) : [...folded, id]))}
            />
            {id} {title} ({rows.length})
          </label>
        ))}
        <div class="row">
          <button type="button" onClick={() => onFold(new Set(groups.map(({ id }) => id)))}>
            Gập tất cả
          </button>
          <button type="button" onClick={() => onFold(new Set())}>
            Mở tất cả
          </button>
        </div>
      </div>
    </details>
  );
}
