import { useMemo, useRef } from 'preact/hooks';
import { lastPeriodOf } from '../../../../core/form/last-period.ts';
import type { RowId } from '../../../../core/plan/plan.ts';
import { lastFigureText } from '../../../../core/wording/last-figure-text.ts';
import { FindingList } from '../../../ui/finding-list.tsx';
import { LiveRegion } from '../../../ui/live-region.tsx';
import { useAtOnce } from '../../../ui/use-at-once.ts';
import type { AgencyPeriod } from '../agency-period.ts';
import { type OwnRow, ownRows, ownTables } from '../own-tables.ts';
import { StepHeading } from '../step-heading.tsx';
import { DraftNotes } from './draft-notes.tsx';
import { EntryRow } from './entry-row.tsx';
import { focusFinding, focusRow } from './focus.ts';
import { ReturnedRows } from './returned-rows.tsx';
import type { Entering } from './use-entry.ts';

interface Props {
  readonly entry: Entering;
  readonly place: AgencyPeriod;
  /** The row at which somebody wants to go on; null where the form is opened. */
  readonly at: RowId | null;
  readonly onReview: () => void;
  readonly onClose: () => void;
}

/** All rows of the agency in the plan's order, how far it is, and what is wrong beside each field. */
export function EntryForm({ entry, place, at, onReview, onClose }: Props) {
  const { rows, findings } = entry.judged;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const lastOf = useMemo(() => lastFiguresOf(place), [place]);
  const remarks = place.inForce?.state === 'returned' ? place.inForce.remarks : {};
  useAtOnce(() => {
    if (at) focusRow(at);
  }, [at]);
  const wanted = useRef(false);
  const review = (): void => {
    entry.leaveAll();
    if (errors.length === 0) onReview();
    else wanted.current = true;
  };
  // What is said of the fields has to be there before the first of them is gone to.
  useAtOnce(() => {
    if (!wanted.current) return;
    wanted.current = false;
    focusFinding(ownRows(place), errors);
  });
  return (
    <section class="panel entry">
      <StepHeading>Nhập trên trang</StepHeading>
      <LiveRegion text={`Đã nhập ${rows.filled} trên ${rows.owed} dòng.`} />
      <DraftNotes entry={entry} place={place} />
      {entry.isKept !== false && (
        <button type="button" class="link" onClick={onClose}>
          Để sau
        </button>
      )}
      <ReturnedRows place={place} next={entry.judged.reading.report} />
      {ownTables(place).map(({ title, lines }) => (
        <section key={title} aria-label={title}>
          <h3 class="table-title">{title}</h3>
          {lines.map((line) =>
            line.kind === 'row' ? (
              <EntryRow key={line.id} row={line} entry={entry} lastFigure={lastOf(line)} remark={remarks[line.id] ?? null} />
            ) : (
              <p key={`${line.tt} ${line.title}`} class="group">
                {line.tt} {line.title}
              </p>
            ),
          )}
        </section>
      ))}
      <FindingList findings={errors.filter(({ row }) => !ownRows(place).some(({ id }) => id === row))} plan={place.ground.plan} />
      <div class="entry-bar">
        <progress aria-labelledby="entry-progress" max={Math.max(1, rows.owed)} value={rows.filled} />
        <p id="entry-progress">
          Đã nhập <strong>{rows.filled}</strong>/{rows.owed} dòng{rows.faulty > 0 && ` · ${rows.faulty} dòng có lỗi`}
        </p>
        <button type="button" class="primary" onClick={review}>
          Xem lại và gửi
        </button>
      </div>
    </section>
  );
}

/** The agency's own figure of the last period, to look at: it is never filled in. */
function lastFiguresOf({ ground: { plan, previous }, agency }: AgencyPeriod): (row: OwnRow) => string | null {
  if (!previous) return () => null;
  const cells = new Map(previous.indicators.map(({ id, cells }) => [id, cells[agency]]));
  const last = lastPeriodOf(previous.period, (row) => cells.get(row), plan);
  return ({ indicator }) => {
    const figure = indicator && last.figureOf(indicator);
    return figure ? lastFigureText(previous.period, indicator, figure) : null;
  };
}
