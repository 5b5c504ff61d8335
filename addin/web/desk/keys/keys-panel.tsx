import { useState } from 'preact/hooks';
import type { IssuedKey } from '../../../../contract/routes/issue-key.ts';
import { LONGEST_NAME } from '../../../../core/person-name.ts';
import type { AgencyId } from '../../../../core/plan/agency.ts';
import { ActOutcome } from '../../../ui/act-outcome.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { momentText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Opening } from '../../../ui/opening.tsx';
import { ScrollBox } from '../../../ui/scroll-box.tsx';
import { useUnsaved } from '../../../ui/unsaved.ts';
import { useAct } from '../../../ui/use-act.ts';
import { useAsked } from '../../../ui/use-asked.ts';
import type { DeskProps } from '../desk-props.ts';
import { NamedOptions } from '../named-options.tsx';

/** Access keys: who has one, a new one that is shown this once, taking one back. */
export function KeysPanel({ api, agencies, nameOf, plan }: DeskProps) {
  const act = useAct();
  const [turn, setTurn] = useState(0);
  const asked = useAsked(() => api.keys(), [api, turn]);
  const keys = asked.value?.value.keys ?? null;
  const [issued, setIssued] = useState<IssuedKey | null>(null);
  const [chosen, setChosen] = useState<AgencyId | ''>('');
  const [user, setUser] = useState('');
  const load = (): void => setTurn((before) => before + 1);
  useUnsaved(issued ? `Mã truy cập vừa cấp cho ${nameOf(issued.agency)} còn đang hiện, sẽ không hiện lại.` : null);
  const moment = (at: string): string => momentText(at, plan.reporting.utcOffset);
  const whose = (owner: AgencyId, bearer: string | undefined): string => (bearer ? `${bearer}, ${nameOf(owner)}` : nameOf(owner));
  return (
    <>
      <h2>Mã truy cập của các đơn vị</h2>
      <div class="row">
        <label>
          Cấp mã truy cập mới cho
          <select value={chosen} onChange={(event) => setChosen(event.currentTarget.value as AgencyId | '')}>
            <option value="">Chọn đơn vị…</option>
            <NamedOptions of={agencies} />
          </select>
        </label>
        <label>
          Người dùng (không bắt buộc)
          <input
            autocomplete="off"
            maxLength={LONGEST_NAME}
            placeholder="Họ và tên"
            value={user}
            onInput={(event) => setUser(event.currentTarget.value)}
          />
        </label>
        <button
          type="button"
          disabled={chosen === '' || act.waiting}
          onClick={async () => {
            if (chosen === '') return;
            const answer = await act.run(() => api.issueKey(chosen, user.trim()), null);
            setIssued(answer?.value ?? null);
            if (answer) setUser('');
            load();
          }}
        >
          Cấp mã truy cập
        </button>
      </div>
      <ActOutcome act={act} />
      {issued && (
        <Notice kind="warning">
          <p>
            Mã truy cập của {nameOf(issued.agency)}, chỉ hiện lần này: <span class="new-key">{issued.key}</span>
          </p>
          <p>Gửi cho đơn vị qua kênh riêng. Hệ thống không giữ mã này, mất thì cấp mã khác.</p>
          <CopyButton text={issued.key} told="Đã chép mã.">
            Chép mã
          </CopyButton>{' '}
          <button type="button" onClick={() => setIssued(null)}>
            Đã chép, ẩn đi
          </button>
        </Notice>
      )}
      {(keys === null || asked.refused || asked.setback) && <Opening what="Đang lấy danh sách mã truy cập" asking={asked} />}
      {keys && (
        <ScrollBox label="Các mã truy cập đã cấp">
          <table>
            <thead>
              <tr>
                <th scope="col">Đơn vị</th>
                <th scope="col">Người dùng</th>
                <th scope="col">Cấp lúc</th>
                <th scope="col">Người cấp</th>
                <th scope="col">Thu hồi</th>
              </tr>
            </thead>
            <tbody>
              {keys.map(({ id, agency: owner, user: bearer, issuedAt, issuedBy, revokedAt, revokedBy }) => (
                <tr key={id}>
                  <th scope="row">{nameOf(owner)}</th>
                  <td>{bearer}</td>
                  <td class="moment">{moment(issuedAt)}</td>
                  <td>{nameOf(issuedBy)}</td>
                  <td>
                    {revokedAt ? (
                      `${moment(revokedAt)}, ${nameOf(revokedBy ?? '')}`
                    ) : (
                      <button
                        type="button"
                        disabled={act.waiting}
                        aria-label={`Thu hồi mã truy cập của ${whose(owner, bearer)}`}
                        onClick={async () => {
                          await act.run(() => api.revokeKey(id), `Đã thu hồi mã truy cập của ${whose(owner, bearer)}.`);
                          load();
                        }}
                      >
                        Thu hồi
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </>
  );
}
