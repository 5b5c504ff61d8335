import { useCallback, useMemo, useReducer } from 'preact/hooks';
import type { ReadingGround } from '../../../contract/routes/get-ground.ts';
import { formatDate } from '../../../core/format.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import type { Period } from '../../../core/plan/period.ts';
import { periodLabel } from '../../../core/wording/period-names.ts';
import { troubleText } from '../../api/trouble.ts';
import type { WorkbookPort } from '../../excel/port.ts';
import { Notice } from '../../ui/notice.tsx';
import { Opening } from '../../ui/opening.tsx';
import type { SignedIn } from '../../ui/sign-in.tsx';
import { useAtOnce } from '../../ui/use-at-once.ts';
import { useLive } from '../../ui/use-live.ts';
import { AgencyReview } from './agency-review.tsx';
import { CellPart } from './cell-part.tsx';
import { ExportPart } from './export-part.tsx';
import { MatrixPart } from './matrix-part.tsx';
import type { PeriodView } from './period-view.ts';
import { consolidatingFrom, reduceConsolidating } from './state.ts';
import { StatusPart } from './status-part.tsx';
import { TablesPart } from './tables-part.tsx';
import { useChosen } from './use-chosen.ts';

interface Props {
  readonly session: SignedIn;
  readonly ground: ReadingGround;
  readonly port: WorkbookPort;
}

/** Consolidating beside the open workbook: who has sent, the matrix in a sheet, a figure's source, returning, reminding, the appendix. */
export function Consolidator({ session: { api }, ground, port }: Props) {
  const { plan, agencies } = ground;
  const [state, dispatch] = useReducer(reduceConsolidating, ground.period, consolidatingFrom);
  const { periods, period, open, lastOpen, refused, chosen } = state;
  const agency = useMemo(() => new Map(agencies.map((one) => [one.id, one])), [agencies]);
  useChosen(port, agency, (place) => dispatch({ kind: 'cell-chosen', chosen: place }));
  const { matrix, status, reload, ...living } = useLive(api, period, true);
  const askPeriods = useCallback(async (): Promise<void> => {
    const found = await api.periods();
    dispatch(
      found.ok
        ? { kind: 'periods-listed', periods: found.value.value.periods }
        : { kind: 'periods-refused', why: troubleText(found.error) },
    );
  }, [api]);
  useAtOnce(() => void askPeriods(), [askPeriods]);
  const openAgency = (id: AgencyId): void => dispatch({ kind: 'agency-opened', agency: id });
  const choosePeriod = (wanted: Period): void => dispatch({ kind: 'period-chosen', period: wanted });

  const line = periods.find((one) => one.period === period) ?? ground.period;
  const view: PeriodView | null = matrix && {
    api,
    plan,
    line,
    matrix,
    status,
    agency,
    nameOf: (id) => agency.get(id as AgencyId)?.name ?? id,
    reload: async () => void (await Promise.all([reload(), askPeriods()])),
  };
  const openLine = status.find((one) => one.agency === open);
  return (
    <>
      <label>
        Kỳ báo cáo
        <select
          value={period}
          onChange={({ currentTarget }) => choosePeriod(currentTarget.value as Period)} // one of the periods listed
        >
          {periods.map((one) => (
            <option key={one.period} value={one.period}>
              {periodLabel(one.period)} · {one.state === 'closed' ? 'đã khóa' : `hạn ${formatDate(one.deadline)}`}
            </option>
          ))}
        </select>
      </label>
      {refused && <Notice kind="warning">{refused}</Notice>}
      {view && living.setback && (
        <Notice kind="warning">{troubleText(living.setback.trouble)} Số liệu đang xem là của lần cập nhật trước.</Notice>
      )}
      {!view && <Opening what="Đang lấy số liệu" asking={living} />}
      {view && (
        <>
          <CellPart view={view} chosen={chosen} onPeriod={choosePeriod} onOpen={openAgency} />
          {openLine ? (
            <AgencyReview key={openLine.agency} view={view} line={openLine} onClose={() => dispatch({ kind: 'agency-shut' })} />
          ) : (
            <StatusPart view={view} lastOpen={lastOpen} onOpen={openAgency} />
          )}
          <MatrixPart view={view} port={port} />
          <TablesPart view={view} port={port} />
          <ExportPart view={view} port={port} />
        </>
      )}
    </>
  );
}
