import { useMemo, useRef, useState } from 'preact/hooks';
import type { PeriodLine } from '../../../contract/period-line.ts';
import type { StatusLine } from '../../../contract/routes/get-status.ts';
import { localClock } from '../../../core/local-day.ts';
import type { Matrix } from '../../../core/matrix.ts';
import type { Agency, AgencyId } from '../../../core/plan/agency.ts';
import { failed, ok } from '../../../core/result.ts';
import { allOf } from '../../api/all-of.ts';
import { troubleText } from '../../api/trouble.ts';
import { Notice } from '../../ui/notice.tsx';
import { Opening } from '../../ui/opening.tsx';
import type { SignedIn } from '../../ui/sign-in.tsx';
import { useAsked } from '../../ui/use-asked.ts';
import { useAtOnce } from '../../ui/use-at-once.ts';
import { useLive } from '../../ui/use-live.ts';
import type { DeskProps } from './desk-props.ts';
import { linkTo } from './desk-query.ts';
import { OpenFirst } from './open-first.tsx';
import { PassportPlace } from './passport/passport-place.tsx';
import { tabsFor } from './tabs.tsx';
import { TopLine } from './top-line.tsx';
import { useDeskQuery } from './use-desk-query.ts';
import { usePeriods } from './use-periods.ts';

/** The desk of whoever signed in: a period at a glance, and its tabs. */
export function Desk({ api, me }: SignedIn) {
  const [query, go] = useDeskQuery();
  const isConsolidator = me.roles.includes('consolidator');
  const registers = useAsked(async () => allOf(await Promise.all([api.plan(), api.agencies()])), [api]);
  const { periods, first, ask, follow } = usePeriods(api);
  const [trouble, setTrouble] = useState<string | null>(null);
  const askPeriods = async (): Promise<void> => setTrouble(await ask());

  // Once a period is on the desk it stays there: another that is opened or closed meanwhile takes nobody's work away.
  const shown = useRef<PeriodLine['period'] | null>(null);
  const periodLine =
    periods.find(({ period }) => period === query.ky) ??
    periods.find(({ period }) => period === shown.current) ??
    periods.find(({ state }) => state !== 'closed') ??
    periods.at(-1) ??
    null;
  const period = periodLine?.period ?? null;
  shown.current = period;
  const { matrix, status, at, ...living } = useLive(api, period, isConsolidator);
  // The matrix is another one from a close on, and from a reopening: whoever it was, the desk of everybody else follows.
  const before = useRef<Matrix | null>(null);
  useAtOnce(() => {
    if (before.current && matrix && before.current.period === matrix.period) follow();
    before.current = matrix;
  }, [matrix]);
  const [plan, register] = registers.value ? [registers.value[0], registers.value[1].agencies] : [null, NOBODY];
  const [turn, setTurn] = useState(0);
  // Called as the period calls them: a closed one keeps its names until it is reopened.
  const named = useAsked(async () => {
    const answer = period === null ? failed({ kind: 'stopped' } as const) : await api.agenciesOf(period);
    return answer.ok ? ok({ period, agencies: answer.value.value.agencies }) : answer;
  }, [api, period, periodLine?.state, turn]);
  const own = named.value?.period === period ? named.value.agencies : NOBODY;
  const agencies = useMemo(() => (matrix ? reporting(own, status, matrix) : []), [own, status, matrix]);
  const agency = useMemo(() => new Map([...register, ...own].map((one) => [one.id, one])), [register, own]);

  const nameOf = (id: string): string => agency.get(id as AgencyId)?.name ?? id;
  const isThere = plan !== null && matrix?.period === period && own !== NOBODY;
  const opening = !registers.value ? registers : !first.value ? first : own === NOBODY && matrix ? named : living;

  return (
    <div class="desk">
      <h1 class="visually-hidden">Dành cho cơ quan tổng hợp</h1>
      {trouble && <Notice kind="error">{trouble}</Notice>}
      {isThere && living.setback && (
        <Notice kind="warning">{troubleText(living.setback.trouble)} Số liệu đang xem là của lần cập nhật trước.</Notice>
      )}
      {plan && first.value && periods.length === 0 && (
        <Notice kind="info">
          <p>
            Chưa có kỳ báo cáo nào. {isConsolidator ? 'Mở kỳ đầu tiên để các đơn vị gửi báo cáo.' : 'Liên hệ cơ quan tổng hợp để mở kỳ.'}
          </p>
          {isConsolidator && <OpenFirst {...{ api, plan }} onOpened={askPeriods} onTrouble={setTrouble} />}
        </Notice>
      )}
      {isThere && periodLine && period && matrix ? (
        <OpenDesk
          key={period}
          {...{ api, me, isConsolidator, period, periodLine, periods, plan, register, agencies, agency, nameOf, matrix, status }}
          {...{ query, go, at }}
          renewPlan={registers.again}
          reload={async () => {
            setTurn((before) => before + 1);
            await Promise.all([askPeriods(), living.reload()]);
          }}
        />
      ) : (
        <main>{(!first.value || periods.length > 0) && <Opening what="Đang lấy số liệu" asking={opening} />}</main>
      )}
    </div>
  );
}

const NOBODY: readonly Agency[] = [];

/** The desk of one period, its figures there. */
function OpenDesk({ at, ...props }: DeskProps & { readonly at: Date | null }) {
  const { query, go, isConsolidator, plan } = props;
  const { tabs, tab } = tabsFor(query, isConsolidator);
  const line = useRef<HTMLElement>(null);
  // On a narrow page the line of tabs scrolls: the one that is open is in sight.
  useAtOnce(() => line.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }), [tab]);
  return (
    <>
      <TopLine {...props} />
      <nav class="tabs" ref={line} aria-label="Các mục của trang dành cho cơ quan tổng hợp">
        {tabs.map(({ id, title }) => {
          const change = { the: id, muc: null, dong: null, donvi: null, quytac: null, tim: null, trangthai: null };
          return (
            <a key={id} {...linkTo(query, go, change)} aria-current={id === tab?.id ? 'page' : undefined}>
              {title}
            </a>
          );
        })}
        <p class="updated quiet">{at && `Cập nhật ${localClock(at, plan.reporting.utcOffset)}`}</p>
      </nav>
      <main>
        <PassportPlace {...props} />
        {tab && <tab.show key={tab.id} {...props} />}
      </main>
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
