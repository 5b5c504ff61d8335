import { type PassportPart, passportOf } from '../../../../core/passport/passport.ts';
import { planIn } from '../../../../core/plan/plan-in.ts';
import { failed } from '../../../../core/result.ts';
import { citedAs } from '../../../../core/wording/names.ts';
import { ActOutcome } from '../../../ui/act-outcome.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { Opening } from '../../../ui/opening.tsx';
import { useAct } from '../../../ui/use-act.ts';
import { useAsked } from '../../../ui/use-asked.ts';
import type { DeskProps } from '../desk-props.ts';
import { changedQuery } from '../desk-query.ts';
import { SidePanel } from '../side-panel.tsx';
import { PassportParts } from './passport-parts.tsx';
import './passport.css';

/**
 * A number's passport: row, method, each agency's part, and of each part file, cell, version, person, time, receipt, and the workbook
 * itself.
 */
export function PassportPanel(props: DeskProps & { readonly row: string }) {
  const { api, query, go, period, plan, agency, matrix, row: asked } = props;
  const act = useAct();
  const passport = passportOf({ obligations: { plan: planIn(plan, period), agency }, matrix }, asked);
  const sources = useAsked(
    async () => (passport ? api.sources(period, passport.row) : failed({ kind: 'stopped' } as const)),
    [api, period, asked, matrix],
  );
  const close = (): void => go({ 'nguon-goc': null, 'nguon-goc-don-vi': null });
  if (!passport)
    return (
      <SidePanel title="Nguồn gốc số liệu" onClose={close}>
        <p>Không có số liệu của dòng này: kỳ không hỏi dòng này, hoặc dòng không thuộc phạm vi được xem.</p>
      </SidePanel>
    );
  const isTask = plan.tasks.some(({ id }) => id === passport.row);
  const parts = askedFirst(passport.parts, query['nguon-goc-don-vi']);
  return (
    <div class="passport">
      <SidePanel title={`Nguồn gốc số liệu ${citedAs(passport.row)}`} onClose={close}>
        <p>{passport.name}</p>
        <p class="figure">
          {passport.result ?? '–'} <small>/ {isTask ? passport.target : `mục tiêu ${passport.target}`}</small>
        </p>
        <dl class="facts">
          {passport.counts && (
            <>
              <dt>Số đếm</dt>
              <dd>{passport.counts}</dd>
            </>
          )}
          {!isTask && (
            <>
              <dt>Đánh giá</dt>
              <dd>{passport.verdict}</dd>
            </>
          )}
          <dt>Cách tính</dt>
          <dd class="lines">{passport.method}</dd>
          <dt>Nhận xét</dt>
          <dd>{passport.why}</dd>
        </dl>
        <p class="no-print">
          <CopyButton text={addressOf(props)} told="Đã chép địa chỉ; người nhận mở được khi có quyền xem.">
            Chép địa chỉ của số này
          </CopyButton>
        </p>
        {(sources.refused ?? sources.setback) && <Opening what="Đang lấy biên nhận" asking={sources} />}
        <ActOutcome act={act} />
        <PassportParts {...props} parts={parts} sources={sources.value?.value.sources ?? []} isTask={isTask} act={act} />
      </SidePanel>
    </div>
  );
}

/** The part that was asked for stands first. */
const askedFirst = (parts: readonly PassportPart[], asked: string | undefined): readonly PassportPart[] =>
  parts.toSorted((one, two) => Number(two.agency === asked) - Number(one.agency === asked));

/** Of this figure alone, without what else is chosen on the desk. */
function addressOf({ query, period }: DeskProps): string {
  const { 'nguon-goc': row, 'nguon-goc-don-vi': of } = query;
  const address = changedQuery({ ky: period }, { 'nguon-goc': row ?? null, 'nguon-goc-don-vi': of ?? null });
  return `${location.origin}${location.pathname}${address}`;
}
