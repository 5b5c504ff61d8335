import { useEffect, useState } from 'preact/hooks';
import type { AgencyId } from '../../../core/plan/agency.ts';
import { shortPeriodName } from '../../../core/wording/period-names.ts';
import { type Draft, draftTitle } from '../../ui/draft.ts';
import { draftsOf } from '../../ui/drafts.ts';
import { Notice } from '../../ui/notice.tsx';

/** The agency's drafts on this machine while the server cannot be asked for anything. */
export function KeptDrafts({ agency }: { readonly agency: AgencyId }) {
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  useEffect(() => void draftsOf(agency).then(setDrafts), [agency]);
  if (drafts.length === 0) return null;
  return (
    <Notice kind="info">
      {drafts.map((draft) => (
        <p key={`${draft.report.agency} ${draft.report.period}`}>
          {draftTitle(draft)} (kỳ {shortPeriodName(draft.report.period)}) vẫn được giữ trên máy này,{' '}
          {draft.asked ? 'tự gửi khi có mạng.' : 'chưa gửi; làm tiếp được khi có mạng.'}
        </p>
      ))}
    </Notice>
  );
}
