import { useEffect, useState } from 'preact/hooks';
import { Notice } from '../../ui/notice.tsx';
import type { Draft } from './draft.ts';
import { allDrafts } from './drafts.ts';

/** The drafts on this machine while nobody can be asked whose they are. */
export function KeptDrafts() {
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  useEffect(() => void allDrafts().then(setDrafts), []);
  if (drafts.length === 0) return null;
  return (
    <Notice kind="info">
      {drafts.map(({ name, asked, report: { agency, period } }) => (
        <p key={`${agency}/${period}`}>
          Tệp “{name}” (kỳ {period}) vẫn được giữ trên máy này, {asked ? 'tự gửi khi có mạng.' : 'chưa gửi; làm tiếp được khi có mạng.'}
        </p>
      ))}
    </Notice>
  );
}
