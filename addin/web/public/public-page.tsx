import { periodName, shortPeriodName } from '../../../core/wording/period-names.ts';
import { apiOf } from '../../api/api.ts';
import { momentText } from '../../ui/moment.ts';
import { Notice } from '../../ui/notice.tsx';
import { Opening } from '../../ui/opening.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { SiteHeader } from '../../ui/site-header.tsx';
import { useAsked } from '../../ui/use-asked.ts';
import { FiguresTable } from './figures-table.tsx';
import { PeriodLinks } from './period-links.tsx';
import { publicCsv } from './public-csv.ts';
import { loadPublicView, type PublicView } from './public-view.ts';
import { Summary } from './summary.tsx';

const api = apiOf(null);
const wanted = new URLSearchParams(location.search).get('ky');

/** Key figures of published periods for anyone. */
export function PublicPage() {
  const asked = useAsked(() => loadPublicView(wanted, api), []);
  return (
    <>
      <SiteHeader current="/cong-khai/" />
      <main class="page">
        <h1>Kết quả công bố</h1>
        {asked.value ? <Content shown={asked.value} /> : <Opening what="Đang tải số liệu" asking={asked} />}
      </main>
    </>
  );
}

function Content({ shown }: { readonly shown: PublicView }) {
  switch (shown.kind) {
    case 'nothing-yet':
      return <Notice kind="info">Chưa có số liệu công bố. Kết quả của một kỳ hiện ở đây sau khi cơ quan tổng hợp công bố kỳ đó.</Notice>;
    case 'not-this-period':
      return (
        <>
          <Notice kind="info">Kỳ {shortPeriodName(shown.wanted)} chưa có số liệu công bố. Chọn một kỳ đã công bố dưới đây.</Notice>
          <PeriodLinks periods={shown.periods} current={null} />
        </>
      );
    case 'figures':
      return <Figures shown={shown} />;
  }
}

function Figures({
  shown: { figures, groups, leastCoverage, periods, plan },
}: {
  readonly shown: Extract<PublicView, { kind: 'figures' }>;
}) {
  const isSomeUntold = groups.some(({ lines }) => lines.some(({ verdict }) => verdict === null));
  const later = figures.indicators.filter(({ verdict }) => verdict === 'not-due').length;
  const title = `Kết quả thực hiện ${periodName(figures.period)}`;
  const saveCsv = () =>
    saveFile(new Blob([publicCsv(groups, figures)], { type: 'text/csv;charset=utf-8' }), `ket-qua-cong-bo-${figures.period}.csv`);
  return (
    <>
      <p class="about">{plan.title}</p>
      <PeriodLinks periods={periods} current={figures.period} />
      <p>
        <strong>Kỳ báo cáo {periodName(figures.period)}.</strong> Số liệu chốt lúc {momentText(figures.asOf, plan.reporting.utcOffset)}.
      </p>
      {figures.revising && (
        <Notice kind="warning">Kỳ này đang được chỉnh lý. Số liệu dưới đây là của lần công bố gần nhất và có thể thay đổi.</Notice>
      )}
      <Summary groups={groups} />
      <div class="row no-print">
        <button type="button" onClick={saveCsv}>
          Tải bảng (CSV)
        </button>
        <button type="button" onClick={() => print()}>
          In
        </button>
      </div>
      <FiguresTable groups={groups} caption={title} />
      <p class="quiet">
        “Đơn vị đã báo cáo” là số đơn vị có số liệu hoặc ghi không phát sinh, trên số đơn vị phải báo cáo chỉ tiêu đó.
        {isSomeUntold && ` Chỉ tiêu có dưới ${leastCoverage}% đơn vị báo cáo chưa được đánh giá.`}
        {later > 0 && ` ${later} chỉ tiêu khác không đánh giá trong kỳ này (thuộc giai đoạn khác, hoặc báo cáo theo nhịp khác).`}
      </p>
    </>
  );
}
