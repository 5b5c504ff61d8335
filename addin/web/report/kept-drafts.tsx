import { useState } from 'preact/hooks';
import type { AgencyId } from '../../../core/plan/agency.ts';
import { shortPeriodName } from '../../../core/wording/period-names.ts';
import { type Draft, draftTitle } from '../../ui/draft.ts';
import { draftsOf } from '../../ui/drafts.ts';
import { Notice } from '../../ui/notice.tsx';
import { useAtOnce } from '../../ui/use-at-once.ts';

interface Props {
  readonly agency: AgencyId;
  /** Whether the network is what is missing; else the key is not taken any more. */
  readonly isOffline: boolean;
}

/** The agency's drafts on this machine while the server cannot be asked for anything, and what they wait for. */
export function KeptDrafts({ agency, isOffline }: Props) {
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  useAtOnce(() => void draftsOf(agency).then(setDrafts), [agency]);
  if (drafts.length === 0) return null;
  return (
    <Notice kind="info">
      {drafts.map((draft) => (
        <p key={`${draft.report.agency} ${draft.report.period}`}>
          {draftTitle(draft)} (kỳ {shortPeriodName(draft.report.period)}) vẫn được giữ trên máy này,{' '}
          {draft.asked ? 'tự gửi' : 'chưa gửi; làm tiếp được'} {isOffline ? 'khi có mạng.' : 'sau khi đăng nhập lại.'}
        </p>
      ))}
    </Notice>
  );
}
