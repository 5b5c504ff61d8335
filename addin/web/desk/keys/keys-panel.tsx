import { useEffect, useState } from 'preact/hooks';
import type { AgencyId } from '../../../../core/agency.ts';
import type { IssuedKey, KeyLine } from '../../../api/answers.ts';
import { troubleText } from '../../../api/trouble.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { momentText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/notice.tsx';
import { ScrollBox } from '../../../ui/scroll-box.tsx';
import { Told } from '../../../ui/told.tsx';
import { useAct } from '../../../ui/use-act.ts';
import type { DeskProps } from '../desk-props.ts';

/** Access keys: who has one, a new one that is shown this once, taking one back. */
export function KeysPanel({ api, agencies, nameOf, plan }: DeskProps) {
  const act = useAct();
  const [keys, setKeys] = useState<readonly KeyLine[] | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [issued, setIssued] = useState<IssuedKey | null>(null);
  const [chosen, setChosen] = useState<AgencyId | ''>('');
  const load = async (): Promise<void> => {
    const answer = await api.keys();
    setTrouble(answer.ok ? null : troubleText(answer.error));
    if (answer.ok) setKeys(answer.value.value.keys);
  };
  useEffect(() => void load(), [api]);
  const moment = (at: string): string => momentText(at, plan.reporting.utcOffset);
  return (
    <>
      <h2>Khóa truy cập của các đơn vị</h2>
      <div class="row">
        <label>
          Cấp khóa mới cho
          <select value={chosen} onChange={(event) => setChosen(event.currentTarget.value as AgencyId | '')}>
            <option value="">Chọn đơn vị…</option>
            {agencies.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          disabled={chosen === '' || act.waiting}
          onClick={async () => {
            if (chosen === '') return;
            const answer = await act.run(() => api.issueKey(chosen), null);
            setIssued(answer?.value ?? null);
            await load();
          }}
        >
          Cấp khóa
        </button>
      </div>
      <Told act={act} />
      {issued && (
        <Notice kind="warning">
          <p>
            Khóa của {nameOf(issued.agency)}, chỉ hiện lần này: <span class="new-key">{issued.key}</span>
          </p>
          <p>Gửi cho đơn vị qua kênh riêng. Hệ thống không giữ khóa này, mất thì cấp khóa khác.</p>
          <CopyButton text={issued.key} told="Đã chép khóa.">
            Chép khóa
          </CopyButton>{' '}
          <button type="button" onClick={() => setIssued(null)}>
            Đã chép, ẩn đi
          </button>
        </Notice>
      )}
      {trouble && (
        <Notice kind="error">
          <p>{trouble}</p>
          <button type="button" onClick={() => void load()}>
            Lấy lại danh sách khóa
          </button>
        </Notice>
      )}
      {keys === null ? (
        !trouble && <p role="status">Đang lấy danh sách…</p>
      ) : (
        <ScrollBox label="Các khóa đã cấp">
          <table>
            <thead>
              <tr>
                <th scope="col">Đơn vị</th>
                <th scope="col">Cấp lúc</th>
                <th scope="col">Người cấp</th>
                <th scope="col">Thu hồi</th>
              </tr>
            </thead>
            <tbody>
              {keys.map(({ id, agency: owner, issuedAt, issuedBy, revokedAt, revokedBy }) => (
                <tr key={id}>
                  <th scope="row">{nameOf(owner)}</th>
                  <td>{moment(issuedAt)}</td>
                  <td>{issuedBy}</td>
                  <td>
                    {revokedAt ? (
                      `${moment(revokedAt)}, ${revokedBy ?? ''}`
                    ) : (
                      <button
                        type="button"
                        disabled={act.waiting}
                        aria-label={`Thu hồi khóa của ${nameOf(owner)}`}
                        onClick={async () => {
                          await act.run(() => api.revokeKey(id), `Đã thu hồi khóa của ${nameOf(owner)}.`);
                          await load();
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
