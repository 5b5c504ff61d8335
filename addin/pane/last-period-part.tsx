import { useState } from 'preact/hooks';
import { askedRows } from '../../core/form/asked-rows.ts';
import { cellAt, type Workbook } from '../../core/grid.ts';
import type { Field } from '../../core/layout.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import type { Period } from '../../core/plan/period.ts';
import type { RowId } from '../../core/plan/plan.ts';
import { type Reading, readReport } from '../../core/reading/read-report.ts';
import type { Report } from '../../core/report.ts';
import { ok, type Result } from '../../core/result.ts';
import { citedAs } from '../../core/wording/names.ts';
import { shortPeriodName } from '../../core/wording/period-names.ts';
import type { Api } from '../api/api.ts';
import { type ApiTrouble, troubleText } from '../api/trouble.ts';
import type { WorkbookPlace, WorkbookPort } from '../excel/port.ts';
import { Notice } from '../ui/notice.tsx';
import { PanelFacts } from '../ui/panel-facts.tsx';
import { useAsked } from '../ui/use-asked.ts';
import { useAtOnce } from '../ui/use-at-once.ts';
import { followSelection } from './follow-selection.ts';
import type { FormEvent, ReportSituation } from './form-state.ts';
import { lastAnswer, type RepeatableText } from './last-period.ts';
import { reportOrNone } from './report-or-none.ts';
import { CHANGED_MEANWHILE, troubleSentence } from './trouble-text.ts';

interface Props {
  readonly situation: ReportSituation;
  readonly workbook: Workbook;
  readonly places: Reading['places'];
  readonly port: WorkbookPort;
  readonly dispatch: (event: FormEvent) => void;
  readonly readAgain: () => Promise<void>;
}

/** What the agency said in the last closed period of the row that is chosen in the form; nothing where there is no such period or row. */
export function LastPeriodPart(props: Props) {
  const { situation, places, port } = props;
  const { session, ground, checkContext } = situation;
  const { api } = session;
  const { agency } = checkContext;
  const [chosen, setChosen] = useState<Pick<WorkbookPlace, 'sheet' | 'row'> | null>(null);
  useAtOnce(() => followSelection(port, ({ sheet, row }) => setChosen({ sheet, row })), [port]);
  const asked = askedRows(checkContext.obligations, agency);
  const [row] = [...places].find(([id, place]) => asked.has(id) && place.sheet === chosen?.sheet && place.row === chosen.row) ?? [];
  const period = ground.previous?.period ?? null;
  // Asked for when the first row is chosen, and once.
  const wanted = chosen === null ? null : period;
  const last = useAsked(async () => (wanted ? lastReport(api, wanted, agency) : ok(null)), [api, wanted, agency]);
  if (!period || row === undefined) return null;
  const trouble = last.refused ?? last.setback?.trouble;
  return (
    <section class="chosen-cell" aria-labelledby="last-period">
      <h2 id="last-period">
        {citedAs(row)} · Kỳ {shortPeriodName(period)}
      </h2>
      {trouble && <Notice kind="error">{troubleText(trouble)}</Notice>}
      {last.value && <LastAnswerOf key={row} {...props} row={row} period={period} report={last.value.report} />}
    </section>
  );
}

interface LastReport {
  /** Null where nothing was sent. */
  readonly report: Report | null;
}

async function lastReport(api: Api, period: Period, agency: AgencyId): Promise<Result<LastReport, ApiTrouble>> {
  const found = await reportOrNone(api, period, agency);
  return found.ok ? ok({ report: found.value?.report ?? null }) : found;
}

interface AnswerProps extends Props, LastReport {
  readonly row: RowId;
  readonly period: Period;
}

/** What was said of one row, and the texts of it that may be written again: only into blank cells. */
function LastAnswerOf({
  situation: { checkContext, ground },
  workbook,
  places,
  port,
  dispatch,
  readAgain,
  row,
  period,
  report,
}: AnswerProps) {
  const last = report && lastAnswer(ground.plan, row, report);
  if (!last) return <p>Kỳ {shortPeriodName(period)} đơn vị không báo cáo dòng này.</p>;
  const blank = last.texts.filter(({ field }) => {
    const place = placeIn(places, row, field);
    return place && isBlank(workbook, place);
  });
  /** The form is read once more: the row may stand elsewhere by now, and what was typed meanwhile stays. */
  const repeat = async ({ field, text: value }: RepeatableText): Promise<void> => {
    const now = await port.read();
    const place = now.ok && placeIn(readReport(now.value, checkContext.context).places, row, field);
    const done = now.ok && place && isBlank(now.value, place) ? await port.write([{ ...place, value }]) : now;
    await readAgain();
    if (!done.ok) dispatch({ kind: 'failed', why: troubleSentence(done.error) });
    else if (!place) dispatch({ kind: 'failed', why: CHANGED_MEANWHILE });
  };
  return (
    <>
      <dl class="facts">
        <PanelFacts lines={last.lines} />
      </dl>
      {blank.length > 0 && (
        <>
          <div class="row">
            {blank.map((one) => (
              <button type="button" key={one.field} onClick={() => void repeat(one)}>
                {one.header}: như kỳ trước
              </button>
            ))}
          </div>
          <p class="quiet">Chỉ điền lại phần chữ. Số liệu nhập theo kết quả của kỳ này.</p>
        </>
      )}
    </>
  );
}

function placeIn(places: Reading['places'], row: RowId, field: Field): WorkbookPlace | null {
  const line = places.get(row);
  const column = line?.columns[field];
  return line && column !== undefined ? { sheet: line.sheet, row: line.row, column } : null;
}

function isBlank({ grids }: Workbook, { sheet, row, column }: WorkbookPlace): boolean {
  const line = grids.find(({ title }) => title === sheet)?.rows.find(({ number }) => number === row);
  return line === undefined || cellAt(line, column) === undefined;
}
