import { useEffect, useState } from 'preact/hooks';
import type { WireFinding } from '../../contract/wire-finding.ts';
import { areaOfAddress } from '../../core/address.ts';
import { formatDate } from '../../core/format.ts';
import { agencyName } from '../../core/plan/agency.ts';
import type { RowId } from '../../core/plan/plan.ts';
import { citedAs } from '../../core/wording/names.ts';
import type { WorkbookPort } from '../excel/port.ts';
import { ReportBadge } from '../ui/badge.tsx';
import { daysLeft } from '../ui/days-left.ts';
import { FindingList } from '../ui/finding-list.tsx';
import { LiveRegion } from '../ui/live-region.tsx';
import { Notice } from '../ui/notice.tsx';
import { ReasonForm } from '../ui/reason-form.tsx';
import { SignOut } from '../ui/sign-out.tsx';
import { AdoptPart } from './adopt/adopt-part.tsx';
import { leadOnce } from './opened-for.ts';
import { SendPart } from './send-part.tsx';
import type { Shown, ShownFinding } from './shown.ts';
import type { Sending, State } from './state.ts';
import { troubleSentence } from './trouble-text.ts';

export interface WorkingProps {
  readonly state: Extract<State, { readonly step: 'working' }>;
  readonly port: WorkbookPort;
  readonly check: () => Promise<void>;
  readonly onSent: (sending: Sending) => void;
  readonly onTrouble: (why: string) => void;
  readonly refresh: () => Promise<void>;
  /** Whether whoever sends has not signed out meanwhile. */
  readonly isPresent: () => boolean;
  /** Forgets what the workbook keeps for the pane. */
  readonly onForget: () => Promise<void>;
  readonly onLeft: () => void;
  /** Whether Excel tells of edits; an Excel that does not is asked by a click. */
  readonly isLive: boolean;
}

/** Whose form, how far it is, what is to be mended, and sending it. */
export function Working(props: WorkingProps) {
  const { state, port, check, onTrouble, onForget, onLeft, isLive } = props;
  const { situation, inspection, trouble } = state;
  const { ground, inForce, session } = situation;
  const { deadline } = ground.period;
  const select = async ({ sheet, cell }: Pick<WireFinding, 'sheet' | 'cell'>): Promise<void> => {
    const area = cell ? areaOfAddress(cell) : null;
    if (!sheet || !area) return;
    const done = await port.select({ sheet, row: area.top, column: area.left });
    if (!done.ok) onTrouble(troubleSentence(done.error));
  };
  const mend = async ({ mends }: ShownFinding, k: number): Promise<void> => {
    const { formats = [], writes = [] } = mends[k] ?? {};
    const formatted = formats.length > 0 ? await port.apply(formats) : null;
    const done = formatted && !formatted.ok ? formatted : await port.write(writes);
    await check();
    if (!done.ok) onTrouble(troubleSentence(done.error));
  };
  const explain = async ({ reasonAt }: ShownFinding, text: string): Promise<void> => {
    const done = reasonAt && (await port.write([{ ...reasonAt, value: text }]));
    await check();
    if (done && !done.ok) onTrouble(troubleSentence(done.error));
  };
  const isForeign = inspection?.isForeign ?? false;
  // While tables wait to be adopted nothing else is asked of the workbook.
  const [hasTables, setHasTables] = useState<boolean | null>(null);
  const isAdopting = isForeign && hasTables !== false;
  const isShown = inspection !== null && !isAdopting;
  // Where the ribbon's button wanted to go, once there is something to see.
  useEffect(() => {
    if (isShown) leadOnce();
  }, [isShown]);
  const remarks = Object.entries(inForce?.state === 'returned' ? inForce.remarks : {}) as [RowId, string][]; // keys are rows
  const placeOf = (row: RowId) => {
    const place = inspection?.reading.places.get(row);
    return place && { sheet: place.sheet, cell: `A${place.row}` };
  };
  return (
    <>
      <p class="whose">
        <b>{session.me.name}</b>
        <br />
        <span class="quiet">
          Kỳ {ground.period.period} · Hạn {formatDate(deadline)} · {daysLeft(deadline, ground.plan.reporting.utcOffset)}
        </span>
      </p>
      <p>
        <ReportBadge state={inForce?.state ?? 'not-started'} />
      </p>
      {remarks.length > 0 && (
        <section aria-labelledby="remarks">
          <h2 id="remarks">Ý kiến khi trả lại</h2>
          <ul class="remarks">
            {remarks.map(([row, text]) => {
              const place = placeOf(row);
              return (
                <li key={row}>
                  <b>{citedAs(row)}</b>: {text}{' '}
                  {place && (
                    <button type="button" class="link" onClick={() => void select(place)}>
                      Tới dòng
                    </button>
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      )}
      {trouble && <Notice kind="error">{trouble}</Notice>}
      {/* What a check came to, for whoever does not see the list change while a cell is typed in. */}
      {inspection && <LiveRegion text={toldOf(inspection)} />}
      {isForeign && <AdoptPart port={port} against={situation.against} onFound={setHasTables} onAdopted={check} />}
      {inspection && !isAdopting && (
        <>
          <p>
            <progress value={inspection.rows.filled} max={inspection.rows.owed} aria-label="Số dòng đã điền" />{' '}
            <b>
              {inspection.rows.filled}/{inspection.rows.owed}
            </b>{' '}
            dòng đã điền
          </p>
          <h2 id="findings" tabIndex={-1}>
            Kết quả kiểm tra
          </h2>
          {inspection.findings.length === 0 && <Notice kind="good">Không có lỗi hay cảnh báo nào.</Notice>}
          <FindingList
            findings={inspection.findings}
            plan={ground.plan}
            actions={(finding) => {
              const own = finding as ShownFinding; // the list gives back what it was given
              return (
                <div class="row">
                  {own.cell && (
                    <button type="button" onClick={() => void select(own)}>
                      Tới ô {own.cell}
                    </button>
                  )}
                  {own.mends.map(({ offer }, k) => (
                    <button type="button" key={offer} onClick={() => void mend(own, k)}>
                      {offer}
                    </button>
                  ))}
                  {own.reasonAt && own.row !== null && (
                    <ReasonForm row={own.row} busy={false} onReason={(text) => void explain(own, text)} />
                  )}
                </div>
              );
            }}
          />
        </>
      )}
      {!isAdopting && <SendPart {...props} />}
      <div class="row">
        <button type="button" onClick={() => void check()}>
          Kiểm tra lại
        </button>
        <SignOut agency={session.me.agency} onForget={onForget} onLeft={onLeft} />
      </div>
      <p class="quiet">
        {agencyName(ground.agencies, session.me.agency)}:{' '}
        {isLive ? 'biểu được kiểm tra lại sau mỗi lần sửa ô.' : 'Excel không báo khi ô thay đổi; bấm Kiểm tra lại sau khi sửa.'}
      </p>
    </>
  );
}

function toldOf({ findings, rows }: Shown): string {
  const count = (wanted: ShownFinding['severity']): number => findings.filter(({ severity }) => severity === wanted).length;
  return `Đã kiểm tra: ${count('error')} lỗi, ${count('warning')} cảnh báo; ${rows.filled}/${rows.owed} dòng đã điền.`;
}
