import { CopyButton } from '../../../ui/copy-button.tsx';
import { Opening } from '../../../ui/opening.tsx';
import { useAsked } from '../../../ui/use-asked.ts';
import type { DeskProps } from '../desk-props.ts';

interface Props extends Pick<DeskProps, 'api' | 'agencies' | 'nameOf' | 'period'> {
  /** Asks anew whenever it changes. */
  readonly turn: unknown;
}

/** Who has changed a one-time code for an access key in this period, and who has not; nothing before anybody was handed one. */
export function CodeUses({ api, agencies, nameOf, period, turn }: Props) {
  const asked = useAsked(() => api.audit(period), [api, period, turn]);
  const entries = asked.value;
  if (!entries || asked.refused || asked.setback) return <Opening what="Đang xem đơn vị nào đã dùng mã" asking={asked} />;
  if (!entries.some(({ action }) => action === 'handout')) return null;
  const used = new Set<string | undefined>(entries.filter(({ action }) => action === 'code-used').map(({ agency }) => agency));
  const waiting = agencies.filter(({ id }) => !used.has(id)).map(({ id }) => nameOf(id));
  return (
    <section class="panel" aria-labelledby="code-uses">
      <h3 id="code-uses">
        {agencies.length - waiting.length}/{agencies.length} đơn vị đã đổi mã dùng một lần lấy mã truy cập
      </h3>
      {waiting.length > 0 && (
        <>
          <details>
            <summary>{waiting.length} đơn vị chưa đổi mã</summary>
            <ul>
              {waiting.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </details>
          <p class="quiet">Đơn vị đã có mã truy cập từ trước thì không cần đổi.</p>
          <CopyButton text={waiting.join('\n')} told={`Đã chép tên ${waiting.length} đơn vị.`}>
            Chép tên {waiting.length} đơn vị
          </CopyButton>
        </>
      )}
    </section>
  );
}
