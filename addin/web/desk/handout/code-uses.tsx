import type { ComponentChildren } from 'preact';
import type { Agency } from '../../../../core/plan/agency.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { Opening } from '../../../ui/opening.tsx';
import { useAsked } from '../../../ui/use-asked.ts';
import type { DeskProps } from '../desk-props.ts';

interface Props extends Pick<DeskProps, 'api' | 'agencies' | 'nameOf' | 'period'> {
  /** Asks anew whenever it changes. */
  readonly turn: unknown;
}

/**
 * Who has changed a one-time code for an access key in this period, who was handed one and has not, and who was handed none; nothing before
 * anybody was handed one.
 */
export function CodeUses({ api, agencies, nameOf, period, turn }: Props) {
  const asking = useAsked(() => api.audit(period), [api, period, turn]);
  const entries = asking.value;
  if (!entries || asking.refused || asking.setback) return <Opening what="Đang xem đơn vị nào đã dùng mã" asking={asking} />;
  const handouts = entries.filter(({ action }) => action === 'handout');
  if (handouts.length === 0) return null;
  const isToAll = handouts.some((one) => one.agencies === undefined);
  const handed = new Set<string>(handouts.flatMap((one) => one.agencies ?? []));
  const used = new Set<string | undefined>(entries.filter(({ action }) => action === 'code-used').map(({ agency }) => agency));
  const named = (those: readonly Agency[]) => those.map(({ id }) => nameOf(id));
  const asked = agencies.filter(({ id }) => isToAll || handed.has(id) || used.has(id));
  const waiting = named(asked.filter(({ id }) => !used.has(id)));
  const without = named(agencies.filter((one) => !asked.includes(one)));
  return (
    <section class="panel" aria-labelledby="code-uses">
      <h3 id="code-uses">
        {asked.length - waiting.length}/{asked.length} đơn vị được giao mã đã đổi mã dùng một lần lấy mã truy cập
      </h3>
      <Names names={named(asked.filter(({ id }) => used.has(id)))} title="đơn vị đã đổi mã" />
      <Names names={waiting} title="đơn vị chưa đổi mã">
        <p class="quiet">Đơn vị đã có mã truy cập từ trước thì không cần đổi.</p>
        <CopyButton text={waiting.join('\n')} told={`Đã chép tên ${waiting.length} đơn vị.`}>
          Chép tên {waiting.length} đơn vị
        </CopyButton>
      </Names>
      <Names names={without} title="đơn vị chưa được giao mã trong kỳ này" />
    </section>
  );
}

interface NamesProps {
  readonly names: readonly string[];
  /** Behind their number. */
  readonly title: string;
  readonly children?: ComponentChildren;
}

const Names = ({ names, title, children }: NamesProps) =>
  names.length === 0 ? null : (
    <>
      <details>
        <summary>
          {names.length} {title}
        </summary>
        <ul>
          {names.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      </details>
      {children}
    </>
  );
