import { XLSX } from '../../../../core/media-types.ts';
import { HONOURS_CAVEAT, HONOURS_TITLE } from '../../../../core/wording/honours.ts';
import { shortPeriodName } from '../../../../core/wording/period-names.ts';
import { ActOutcome } from '../../../ui/act-outcome.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Opening } from '../../../ui/opening.tsx';
import { useAct } from '../../../ui/use-act.ts';
import { useAsked } from '../../../ui/use-asked.ts';
import type { DeskProps } from '../desk-props.ts';
import { linkTo } from '../desk-query.ts';
import { DownloadButton } from '../download-button.tsx';
import './honours.css';
import { RankedGroup } from './ranked-group.tsx';

/** The best agencies of the period, each group by itself, every point with what stands behind it; the public is never shown it. */
export function HonoursRanking(props: DeskProps) {
  const { api, period, matrix, query, go } = props;
  const act = useAct();
  const asked = useAsked(() => api.honours(period), [api, period, matrix]);
  const answer = asked.value?.value;
  const file = {
    name: `ton-vinh-${period}.xlsx`,
    title: 'Tải danh sách kèm cách tính (.xlsx)',
    ask: () => api.honoursFile(period, XLSX),
  };
  return (
    <>
      <h2>
        {HONOURS_TITLE} kỳ {shortPeriodName(period)}
      </h2>
      <Notice kind="info">
        <p>{HONOURS_CAVEAT}</p>
      </Notice>
      {!answer && <Opening what="Đang tính điểm" asking={asked} />}
      {answer && (
        <div class="honours">
          <ActOutcome act={act} />
          <DownloadButton file={file} act={act} isMain={false} />
          <details class="method">
            <summary>Cách tính điểm</summary>
            <ul>
              {answer.method.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
            <dl>
              {answer.parts.map(({ id, name, rule, weight }) => (
                <div key={id}>
                  <dt>
                    {name}: tối đa {weight} điểm
                  </dt>
                  <dd>{rule}</dd>
                </div>
              ))}
            </dl>
            <p>
              Điểm tối đa của từng phần sửa ở{' '}
              <a {...linkTo(query, go, { the: 'quan-tri', muc: 'thiet-lap', donvi: null, dong: null })}>Quản trị, Thiết lập kỳ</a>.
            </p>
          </details>
          {answer.groups.length === 0 && <p>Kỳ này chưa có đơn vị nào phải báo cáo.</p>}
          {answer.groups.map((group) => (
            <RankedGroup key={group.id ?? ''} {...props} group={group} parts={answer.parts} />
          ))}
        </div>
      )}
    </>
  );
}
