import { useMemo } from 'preact/hooks';
import type { WireFinding } from '../../contract/wire-finding.ts';
import { areaOfAddress } from '../../core/address.ts';
import { formatDate } from '../../core/format.ts';
import { agencyName } from '../../core/plan/agency.ts';
import { shortPeriodName } from '../../core/wording/period-names.ts';
import { ReportBadge } from '../ui/badge.tsx';
import { countedOf } from '../ui/counted.ts';
import { daysLeft } from '../ui/days-left.ts';
import { LiveRegion } from '../ui/live-region.tsx';
import { Notice } from '../ui/notice.tsx';
import { SignOut } from '../ui/sign-out.tsx';
import { useToday } from '../ui/use-today.ts';
import { AdoptPart } from './adopt/adopt-part.tsx';
import { recognisedIn } from './adopt/recognised-in.ts';
import { type CheckedForm, checkForm, type FixableFinding } from './check-form.ts';
import { CheckPart } from './check-part.tsx';
import { ForWhom } from './for-whom.tsx';
import { LastPeriodPart } from './last-period-part.tsx';
import { LockedInputs } from './locked-inputs.tsx';
import { RemarksPart } from './remarks-part.tsx';
import { RepairPart } from './repair-part.tsx';
import { SendPart } from './send-part.tsx';
import { Shortcuts } from './shortcuts.tsx';
import type { WorkProps } from './state.ts';
import { troubleSentence } from './trouble-text.ts';
import type { Delivering } from './use-delivery.ts';
import { useWorkbook } from './use-workbook.ts';

interface Props extends Omit<WorkProps, 'BothParts'> {
  readonly delivering: Delivering;
  /** Asks anew what the server has of the report. */
  readonly askServer: () => Promise<void>;
}

/** Whose form is open, how far it is, what is to be fixed, and sending it. */
export function OwnForm({ form, port, dispatch, delivering, askServer, onForget, onLeft }: Props) {
  const { isLive, situation, trouble, workbook } = form;
  const { checkContext, ground, inForce, session } = situation;
  const { agency } = checkContext;
  const { deadline } = ground.period;
  const readAgain = useWorkbook(port, dispatch);
  const today = useToday(ground.plan.reporting.utcOffset);
  const checked = useMemo(() => workbook && checkForm(workbook, checkContext), [workbook, checkContext, today]);
  const isForeign = checked?.isForeign ?? false;
  const recognised = useMemo(
    () => (workbook && isForeign ? recognisedIn(workbook, checkContext) : null),
    [workbook, checkContext, isForeign],
  );
  // While tables wait to be adopted nothing else is asked of the workbook.
  const isAdopting = recognised?.hasTables ?? false;

  const select = async ({ sheet, cell }: Pick<WireFinding, 'sheet' | 'cell'>): Promise<void> => {
    const area = cell ? areaOfAddress(cell) : null;
    if (!sheet || !area) return;
    const done = await port.select({ sheet, row: area.top, column: area.left });
    if (!done.ok) dispatch({ kind: 'failed', why: troubleSentence(done.error) });
  };
  return (
    <>
      <p class="whose">
        <b>{agencyName(ground.agencies, agency)}</b>
        <br />
        {agency !== session.me.agency && (
          <>
            {session.me.name} gửi thay
            <br />
          </>
        )}
        <span class="quiet">
          Kỳ {shortPeriodName(ground.period.period)} · Hạn {formatDate(deadline)} · {daysLeft(deadline, ground.plan.reporting.utcOffset)}
        </span>
      </p>
      <p>
        <ReportBadge state={inForce?.state ?? 'not-started'} />
      </p>
      {checked && !isAdopting && <Shortcuts />}
      <RemarksPart inForce={inForce} checked={checked} onSelect={select} />
      {trouble && <Notice kind="error">{trouble}</Notice>}
      {workbook && !workbook.isCalculating && (
        <Notice kind="warning">
          Excel đang tắt tự tính lại nên cột Kiểm tra và ô có công thức có thể còn số cũ. Nhấn F9, hoặc chọn Công thức, Tùy chọn tính toán,
          Tự động.
        </Notice>
      )}
      {/* What a check came to, for whoever does not see the list change while a cell is typed in. */}
      {checked && <LiveRegion text={summaryOf(checked)} />}
      {isForeign && <ForWhom {...{ situation, dispatch }} />}
      {recognised && <AdoptPart {...{ port, recognised, checkContext, readAgain }} />}
      {checked && !isAdopting && !isForeign && <LockedInputs {...{ checked, checkContext, port, readAgain }} />}
      {workbook && checked && !isAdopting && (
        <LastPeriodPart {...{ situation, workbook, port, dispatch, readAgain }} places={checked.reading.places} />
      )}
      {checked && !isAdopting && (
        <CheckPart plan={ground.plan} {...{ checked, checkContext, port, dispatch, readAgain }} onSelect={select} />
      )}
      {!isAdopting && <SendPart {...{ form, checked, port, dispatch, delivering }} />}
      {checked && !isForeign && <RepairPart {...{ checkContext, port, readAgain }} />}
      <div class="row">
        <button type="button" onClick={() => void Promise.all([readAgain(), askServer()])}>
          Kiểm tra lại
        </button>
        <SignOut agency={session.me.agency} onForget={onForget} onLeft={onLeft} />
      </div>
      <p class="quiet">
        {agencyName(ground.agencies, agency)}:{' '}
        {isLive ? 'biểu được kiểm tra lại sau mỗi lần sửa ô.' : 'Excel không báo khi ô thay đổi; bấm Kiểm tra lại sau khi sửa.'}
      </p>
    </>
  );
}

function summaryOf({ findings, rows }: CheckedForm): string {
  const count = (wanted: FixableFinding['severity']): number => findings.filter(({ severity }) => severity === wanted).length;
  const faults = [[count('error'), 'lỗi'] as const, [count('warning'), 'cảnh báo'] as const];
  return `Đã kiểm tra: ${countedOf(faults, ', ', 'không có lỗi, cảnh báo')}; ${rows.filled}/${rows.owed} dòng đã điền.`;
}
