import { Notice } from './notice.tsx';
import type { Act } from './use-act.ts';

/** What an act came to, where there is something to say. */
export const ActOutcome = ({ act: { waiting, trouble, done } }: { readonly act: Act }) => (
  <>
    {waiting && <p role="status">Đang thực hiện…</p>}
    {trouble && <Notice kind="error">{trouble}</Notice>}
    {done && <Notice kind="good">{done}</Notice>}
  </>
);
