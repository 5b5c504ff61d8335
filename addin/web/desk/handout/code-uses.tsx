import type { ComponentChildren } from 'preact';
import type { AuditEntry } from '../../../../contract/audit-entry.ts';
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
 * Who has changed a one-time code for an access key in this period, who was handed one and has not, from whom it was taken back, and who was
 * handed none; nothing before anybody was handed one.
 */
export function CodeUses({ api, agencies, nameOf, period, turn }: Props) {
  const asking = useAsked(() => api.audit(period), [api, period, turn]);
  const entries = asking.value;
  if (!entries || asking.refused || asking.setback) return <Opening what="Đang xem đơn vị nào đã dùng mã" asking={asking} />;
  const handouts = entries.filter(({ action }) => action === 'handout');
  if (handouts.length === 0) return null;
  const states = codeStates(entries, agencies);
  const those = (state: CodeState | undefined) => agencies.filter(({ id }) => states.get(id) === state).map(({ id }) => nameOf(id));
  const [used, waiting, revoked, without] = [those('used'), those('handed'), those('revoked'), those(undefined)];
  return (
    <section class="panel" aria-labelledby="code-uses">
      <h3 id="code-uses">
        {used.length}/{used.length + waiting.length} đơn vị được giao mã đã đổi mã dùng một lần lấy mã truy cập
      </h3>
      <Names names={used} title="đơn vị đã đổi mã" />
      <Names names={waiting} title="đơn vị chưa đổi mã">
        <p class="quiet">Đơn vị đã có mã truy cập từ trước thì không cần đổi.</p>
        <CopyButton text={waiting.join('\n')} told={`Đã chép tên ${waiting.length} đơn vị.`}>
          Chép tên {waiting.length} đơn vị
        </CopyButton>
      </Names>
      <Names names={revoked} title="đơn vị có mã đã thu hồi, chưa được giao mã mới" />
      <Names names={without} title="đơn vị chưa được giao mã trong kỳ này" />
    </section>
  );
}

type CodeState = 'handed' | 'used' | 'revoked';

/** By agency, where it was ever handed a code: whoever has used one needs no other. */
function codeStates(entries: readonly AuditEntry[], agencies: readonly Agency[]): ReadonlyMap<string, CodeState> {
  const states = new Map<string, CodeState>();
  const all = agencies.map(({ id }) => id);
  for (const { action, agency, agencies: to = all } of entries)
    if (action === 'code-used' && agency) states.set(agency, 'used');
    else if (action === 'code-revoked' && agency && states.get(agency) === 'handed') states.set(agency, 'revoked');
    else if (action === 'handout') for (const id of to) if (states.get(id) !== 'used') states.set(id, 'handed');
  return states;
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
