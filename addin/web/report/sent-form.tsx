import { useState } from 'preact/hooks';
import { Notice } from '../../ui/notice.tsx';
import type { Work } from './work.ts';

/** What was filled in on the page as a workbook, for whoever wants it as a file. */
export function SentForm({ work }: { readonly work: Work }) {
  const [why, setWhy] = useState<string | null>(null);
  return (
    <>
      <p>
        <button type="button" onClick={async () => setWhy(await work.getForm('current'))}>
          Tải biểu .xlsx có số liệu vừa gửi
        </button>
      </p>
      {why && <Notice kind="error">{why}</Notice>}
    </>
  );
}
