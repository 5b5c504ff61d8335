import { useRef } from 'preact/hooks';
import type { PeriodLine } from '../../../../contract/period-line.ts';
import { formatDate } from '../../../../core/format.ts';
import type { Period } from '../../../../core/plan/period.ts';
import { kindOfPeriod } from '../../../../core/plan/period-parts.ts';
import { kindsOf, planPeriods } from '../../../../core/plan/plan-periods.ts';
import { periodLabel, shortPeriodName } from '../../../../core/wording/period-names.ts';
import { ActOutcome } from '../../../ui/act-outcome.tsx';
import { momentText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/notice.tsx';
import { ScrollBox } from '../../../ui/scroll-box.tsx';
import { useAct } from '../../../ui/use-act.ts';
import { useAsked } from '../../../ui/use-asked.ts';
import { useAtOnce } from '../../../ui/use-at-once.ts';
import type { DeskProps } from '../desk-props.ts';
import { ClosePeriod } from './close-period.tsx';
import { publicationState } from './publication-state.ts';
import { PublicationSteps } from './publication-steps.tsx';
import { PublishPeriod } from './publish-period.tsx';
import { ReopenPeriod } from './reopen-period.tsx';
import { SignPeriod } from './sign-period.tsx';

const STATES = { open: 'Đang mở', closing: 'Đang khóa', closed: 'Đã khóa' } as const;

/** The periods of the plan: opening the next one, closing and reopening the chosen one. */
export function PeriodsPanel(props: DeskProps) {
  const { api, period: chosen, periods, plan, periodLine, reload, go } = props;
  const act = useAct();
  /** The part that closes or reopens goes with its act; what that came to is told here. */
  const turning = useAct();
  const settings = useAsked(() => api.settings(chosen), [api, chosen, periodLine.state]);
  const heading = useRef<HTMLHeadingElement>(null);
  useAtOnce(() => {
    if (turning.done) heading.current?.focus();
  }, [turning.done]);
  const opened = new Set<string>(periods.map(({ period }) => period));
  const next = nextPeriods(plan, opened);
  return (
    <>
      <h2>Các kỳ báo cáo</h2>
      <ScrollBox label="Các kỳ báo cáo">
        <table>
          <thead>
            <tr>
              <th scope="col">Kỳ</th>
              <th scope="col">Trạng thái</th>
              <th scope="col">Ngày chốt số liệu</th>
              <th scope="col">Hạn gửi</th>
              <th scope="col">Khóa lúc</th>
              <th scope="col">Công bố</th>
            </tr>
          </thead>
          <tbody>
            {periods.map((line) => {
              const { period, state, cutOff, deadline, asOf } = line;
              return (
                <tr key={period}>
                  <th scope="row">
                    <button type="button" class="link names" onClick={() => go({ ky: period })}>
                      {periodLabel(period)}
                    </button>
                  </th>
                  <td>{STATES[state]}</td>
                  <td>{formatDate(cutOff)}</td>
                  <td>{formatDate(deadline)}</td>
                  <td>{asOf && state === 'closed' ? momentText(asOf, plan.reporting.utcOffset) : '–'}</td>
                  <td>{publishedText(line, plan.reporting.utcOffset)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollBox>
      <ActOutcome act={act} />
      <p class="row">
        {next.map((one) => (
          <button
            key={one}
            type="button"
            disabled={act.waiting}
            onClick={async () => {
              await act.run(() => api.openPeriod(one), `Đã mở kỳ ${shortPeriodName(one)}.`);
              await reload();
            }}
          >
            Mở kỳ {shortPeriodName(one)}
          </button>
        ))}
      </p>
      <h2 ref={heading} tabIndex={-1}>
        Khóa, trình ký, công bố kỳ {shortPeriodName(periodLine.period)}
      </h2>
      {turning.done && <Notice kind="good">{turning.done}</Notice>}
      <PublicationSteps line={periodLine} utcOffset={plan.reporting.utcOffset} />
      {periodLine.state !== 'closed' && <ClosePeriod {...props} act={turning} settings={settings} />}
      <SignPeriod {...props} settings={settings} />
      <PublishPeriod {...props} settings={settings} />
      {periodLine.state === 'closed' && <ReopenPeriod {...props} act={turning} settings={settings} />}
    </>
  );
}

function publishedText(line: PeriodLine, utcOffset: string): string {
  const published = publicationState(line);
  if (published.kind === 'never') return 'Chưa công bố';
  return `${momentText(published.at, utcOffset)}${published.kind === 'revising' ? ', đang chỉnh lý' : ''}`;
}

/** Of each kind of periods the first one that is not open yet. */
const nextPeriods = (plan: DeskProps['plan'], opened: ReadonlySet<string>): readonly Period[] =>
  kindsOf(plan).flatMap((kind) => planPeriods(plan).find((one) => kindOfPeriod(one) === kind && !opened.has(one)) ?? []);
