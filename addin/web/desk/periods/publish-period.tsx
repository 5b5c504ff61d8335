import { useState } from 'preact/hooks';
import { hasVerdictWithheld, USUAL_PUBLIC_COVERAGE } from '../../../../core/overview/public-verdict.ts';
import { citedIn } from '../../../../core/wording/names.ts';
import { shortPeriodName } from '../../../../core/wording/period-names.ts';
import { ActOutcome } from '../../../ui/act-outcome.tsx';
import { momentText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Opening } from '../../../ui/opening.tsx';
import { useAct } from '../../../ui/use-act.ts';
import type { DeskProps } from '../desk-props.ts';
import type { AskedSettings } from './asked-settings.ts';
import { missingOnPaper, PaperLinks } from './missing-on-paper.tsx';
import { publicationState } from './publication-state.ts';

interface Props extends DeskProps {
  readonly settings: AskedSettings;
}

/** Makes the results of a closed period public, once they are signed; says before who will see what. */
export function PublishPeriod({ api, matrix, period, periodLine, plan, reload, query, go, settings }: Props) {
  const act = useAct();
  const [agreed, setAgreed] = useState(false);
  const published = publicationState(periodLine);
  const moment = (at: string): string => momentText(at, plan.reporting.utcOffset);
  const isClosed = periodLine.state === 'closed';
  return (
    <section class="panel">
      <h3>Công bố kết quả kỳ {shortPeriodName(period)}</h3>
      {published.kind === 'current' && (
        <Notice kind="good">
          Đã công bố lúc {moment(published.at)}. Mọi người xem được ở trang <a href={`/cong-khai/?ky=${period}`}>Kết quả công bố</a>.
        </Notice>
      )}
      {published.kind === 'revising' && (
        <Notice kind="warning">
          Đang chỉnh lý: trang công khai vẫn giữ số liệu công bố lúc {moment(published.at)}, có ghi chú đang chỉnh lý, cho đến lần công bố
          sau.
        </Notice>
      )}
      {published.kind !== 'current' && !isClosed && <p>Khóa kỳ trước, trình ký, rồi công bố ở đây.</p>}
      {published.kind !== 'current' && isClosed && (
        <>
          <p>
            Ai cũng xem được, không cần đăng nhập: tên chỉ tiêu, mục tiêu, kết quả chung, đánh giá, số đơn vị đã báo cáo. Số liệu của từng
            đơn vị, giải trình và tài liệu không được công bố.
          </p>
          <Untold {...{ matrix, plan, settings }} />
          <Unsigned {...{ query, go, settings }} />
          <label class="check">
            <input type="checkbox" checked={agreed} onChange={(event) => setAgreed(event.currentTarget.checked)} /> Kết quả đã được ký, đồng
            ý công bố
          </label>
          <ActOutcome act={act} />
          <button
            type="button"
            class="primary"
            disabled={!agreed || act.waiting}
            onClick={async () => {
              await act.run(() => api.publish(period), `Đã công bố kết quả kỳ ${shortPeriodName(period)}.`);
              setAgreed(false);
              await reload();
            }}
          >
            Công bố kết quả kỳ {shortPeriodName(period)}
          </button>
        </>
      )}
    </section>
  );
}

/** Which results will have no verdict in public, because too few agencies have reported. */
function Untold({ matrix, plan, settings }: Pick<Props, 'matrix' | 'plan' | 'settings'>) {
  if (!settings.value) return <Opening what="Đang lấy thiết lập" asking={settings} />;
  const least = settings.value.value.settings.publicCoverage ?? USUAL_PUBLIC_COVERAGE;
  const untold = matrix.indicators.filter((row) => hasVerdictWithheld(row, least));
  if (untold.length === 0) return null;
  return (
    <Notice kind="info">
      {untold.length} chỉ tiêu công bố kết quả mà không kèm đánh giá, vì dưới {least}% đơn vị báo cáo:{' '}
      {untold.map(({ id }) => citedIn(plan, id)).join(', ')}.
    </Notice>
  );
}

/** That the report that is published says not yet by whom it is signed: it may have been signed on paper, or somebody forgot. */
function Unsigned({ query, go, settings }: Pick<Props, 'query' | 'go' | 'settings'>) {
  if (!settings.value || !missingOnPaper(settings.value.value.settings).includes('name')) return null;
  return (
    <Notice kind="info">
      <PaperLinks {...{ query, go }} fields={['name']} before="Báo cáo chưa ghi " />.
    </Notice>
  );
}
