import { useMemo, useRef } from 'preact/hooks';
import { wholeOf } from '../../../../core/plan/plan.ts';
import { planIn } from '../../../../core/plan/plan-in.ts';
import { plannedRows } from '../../../ui/planned-row.ts';
import type { DeskProps } from '../desk-props.ts';
import { CellPanel } from './cell-panel.tsx';
import { filtered } from './filter.ts';
import { Filters } from './filters.tsx';
import { FoldGroups } from './fold-groups.tsx';
import { gridLines, rowGroups } from './grid-lines.ts';
import { Legend } from './legend.tsx';
import { MatrixGrid } from './matrix-grid.tsx';
import './matrix.css';
import { usePrinted } from '../windowing/use-printed.ts';
import { PrintedMatrix } from './printed-matrix.tsx';
import { RowPanel } from './row-panel.tsx';
import { useFolded } from './use-folded.ts';

/** Indicators × agencies as a heat map; what is chosen opens beside it. */
export function MatrixTab(props: DeskProps) {
  const { query, agencies, go, matrix, period, plan } = props;
  const rows = useMemo(() => plannedRows(matrix.indicators, planIn(plan, matrix.period).indicators), [matrix, plan]);
  const { tim, khoi, ketqua, co, thieu } = query;
  const shown = useMemo(() => filtered({ rows, agencies }, query, plan), [rows, agencies, tim, khoi, ketqua, co, thieu, plan]);
  const [folded, onFold] = useFolded();
  const groups = useMemo(() => rowGroups(shown.rows, plan), [shown, plan]);
  const lines = useMemo(() => gridLines(shown.rows, groups, folded), [shown, groups, folded]);
  const planned = rows.find(({ row }) => row.id === query.dong);
  const chosenAgency = agencies.find(({ id }) => id === query.donvi);
  const paper = useRef<HTMLDivElement>(null);
  usePrinted(paper, () => <PrintedMatrix {...shown} period={period} plan={plan} whole={wholeOf(plan)} />);
  const close = (): void => {
    go({ dong: null, donvi: null });
    document.querySelector<HTMLElement>('.grid [tabindex="0"]')?.focus();
  };
  return (
    <>
      <h2 class="visually-hidden">Ma trận chỉ tiêu theo đơn vị</h2>
      <Filters {...{ query, go, plan, shown }}>
        <FoldGroups {...{ groups, folded, onFold }} />
      </Filters>
      <div class={`side-by-side${planned ? ' open' : ''}`}>
        <div>
          {shown.rows.length > 0 && shown.agencies.length > 0 ? (
            <MatrixGrid
              lines={lines}
              agencies={shown.agencies}
              period={period}
              plan={plan}
              whole={wholeOf(plan)}
              chosen={{ row: query.dong, agency: query.donvi }}
              onUnfold={({ id }) => onFold(new Set([...folded].filter((one) => one !== id)))}
              onChoose={({ row }, one) => go({ dong: row.id, donvi: one?.id ?? null })}
            />
          ) : (
            <div class="panel">
              <p>
                {thieu && !tim
                  ? 'Không còn chỗ nào chưa báo cáo trong phạm vi đang lọc.'
                  : 'Không có chỉ tiêu hoặc đơn vị nào khớp bộ lọc.'}
              </p>
              <button type="button" onClick={() => go({ tim: null, khoi: null, ketqua: null, co: null, thieu: null })}>
                Bỏ lọc
              </button>
            </div>
          )}
          <Legend />
          <div ref={paper} />
        </div>
        {planned &&
          (chosenAgency ? (
            <CellPanel key={`${planned.row.id} ${chosenAgency.id}`} {...props} planned={planned} chosen={chosenAgency} onClose={close} />
          ) : (
            <RowPanel key={planned.row.id} {...props} planned={planned} onClose={close} />
          ))}
      </div>
    </>
  );
}
