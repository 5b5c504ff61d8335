import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Agency, AgencyId } from '../../../core/agency.ts';
import type { Matrix } from '../../../core/matrix.ts';
import type { Plan } from '../../../core/plan.ts';
import type { PeriodLine, StatusLine } from '../../api/answers.ts';
import { troubleText } from '../../api/trouble.ts';
import { Notice } from '../../ui/notice.tsx';
import type { SignedIn } from '../../ui/sign-in.tsx';
import { useLive } from '../../ui/use-live.ts';
import { linkTo } from './address.ts';
import type { DeskProps } from './desk-props.ts';
import { OpenFirst } from './open-first.tsx';
import { TABS } from './tabs.tsx';
import { TopLine } from './top-line.tsx';
import { useAddress } from './use-address.ts';

interface Registers {
  readonly plan: Plan;
  readonly register: readonly Agency[];
}

/** The desk of whoever signed in: a period at a glance, and its tabs. */
export function Desk({ api, me, onSignOut }: SignedIn & { readonly onSignOut: () => void }) {
  const [address, go] = useAddress();
  const isConsolidator = me.roles.includes('consolidator');
  const [registers, setRegisters] = useState<Registers | null>(null);
  const [periods, setPeriods] = useState<readonly PeriodLine[]>([]);
  const [noPeriod, setNoPeriod] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const askPeriods = async (): Promise<void> => {
    const found = await api.periods();
    if (!found.ok) return setTrouble(troubleText(found.error));
    setPeriods(found.value.value.periods);
    setNoPeriod(found.value.value.periods.length === 0);
  };
  useEffect(() => {
    void askPeriods();
    void Promise.all([api.plan(), api.agencies()]).then(([plan, agencies]) => {
      if (!plan.ok) return setTrouble(troubleText(plan.error));
      if (!agencies.ok) return setTrouble(troubleText(agencies.error));
      setRegisters({ plan: plan.value.value, register: agencies.value.value.agencies });
    });
  }, [api]);

  const periodLine =
    periods.find(({ period }) => period === address.ky) ?? periods.find(({ state }) => state !== 'closed') ?? periods.at(-1) ?? null;
  const period = periodLine?.period ?? null;
  const { matrix, status, at, trouble: liveTrouble, reload } = useLive(api, period, isConsolidator);
  const agencies = useMemo(() => (registers && matrix ? reporting(registers.register, status, matrix) : []), [registers, status, matrix]);
  const agency = useMemo(() => new Map((registers?.register ?? []).map((one) => [one.id, one])), [registers]);

  const nameOf = (id: string): string => agency.get(id as AgencyId)?.name ?? id;

  return (
    <div class="desk">
      <header class="desk-head">
        <h1>Bàn tổng hợp</h1>
        <p class="quiet who">
          {me.name}{' '}
          <button type="button" class="link" onClick={onSignOut}>
            Thoát
          </button>
        </p>
      </header>
      {trouble && <Notice kind="error">{trouble}</Notice>}
      {liveTrouble && (
        <Notice kind="warning">
          {liveTrouble} {at && 'Số liệu đang xem là của lần cập nhật trước.'}
        </Notice>
      )}
      {!trouble && noPeriod && registers && (
        <Notice kind="info">
          <p>
            Chưa có kỳ báo cáo nào. {isConsolidator ? 'Mở kỳ đầu tiên để các đơn vị gửi báo cáo.' : 'Liên hệ cơ quan tổng hợp để mở kỳ.'}
          </p>
          {isConsolidator && <OpenFirst {...{ api, plan: registers.plan }} onOpened={askPeriods} onTrouble={setTrouble} />}
        </Notice>
      )}
      {registers && periodLine && period && matrix?.period === period ? (
        <OpenDesk
          {...{
            api,
            me,
            isConsolidator,
            period,
            periodLine,
            periods,
            ...registers,
            agencies,
            agency,
            nameOf,
            matrix,
            status,
            address,
            go,
            at,
          }}
          reload={async () => void (await Promise.all([askPeriods(), reload()]))}
        />
      ) : (
        <main>{!trouble && !noPeriod && <p role="status">Đang lấy số liệu…</p>}</main>
      )}
    </div>
  );
}

/** The desk of one period, its figures there. */
function OpenDesk({ at, ...props }: DeskProps & { readonly at: Date | null }) {
  const { address, go, isConsolidator } = props;
  const tabs = TABS.filter(({ who }) => who === 'everyone' || (who === 'consolidators') === isConsolidator);
  const tab = tabs.find(({ id }) => id === address.the) ?? tabs[0];
  return (
    <>
      <TopLine {...props} />
      <nav class="tabs" aria-label="Các mục của bàn tổng hợp">
        {tabs.map(({ id, title }) => {
          const change = { the: id, muc: null, dong: null, donvi: null, quytac: null, tim: null, trangthai: null };
          return (
            <a key={id} {...linkTo(address, go, change)} aria-current={id === tab?.id ? 'page' : undefined}>
              {title}
            </a>
          );
        })}
        <p class="updated quiet">{at && `Cập nhật ${at.toLocaleTimeString('vi-VN')}`}</p>
      </nav>
      <main>{tab && <tab.show key={tab.id} {...props} />}</main>
    </>
  );
}

/** The agencies of this period: those of the status; to a lead, which sees no status, those that owe one of its rows. */
function reporting(register: readonly Agency[], status: readonly StatusLine[], { indicators, tasks }: Matrix): Agency[] {
  const ids = new Set<string>(
    status.length > 0 ? status.map(({ agency }) => agency) : [...indicators, ...tasks].flatMap(({ cells }) => Object.keys(cells)),
  );
  return register.filter(({ id }) => ids.has(id));
}
