import { AskFirst } from '../../../ui/ask-first.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { keyKeptBy } from '../../../ui/own-key.ts';
import type { AgencyPeriod } from '../agency-period.ts';
import type { Entering } from './use-entry.ts';

/** What becomes of the draft, and what it began with. */
export function DraftNotes({ entry, place: { inForce } }: { readonly entry: Entering; readonly place: AgencyPeriod }) {
  const isOlder = inForce !== null && entry.over !== inForce.version;
  return (
    <>
      <p class="quiet">
        {inForce && !isOlder && `Bắt đầu từ số liệu của lần nộp ${inForce.version}. `}
        {keyKeptBy() === 'machine'
          ? 'Nội dung đang nhập được giữ trên máy này cho tới khi gửi hoặc đăng xuất.'
          : 'Nội dung đang nhập chỉ được giữ trong thẻ này: đóng thẻ hoặc đăng xuất là mất.'}{' '}
        Chưa có gì được gửi đi cho tới khi xem lại và chọn “Gửi báo cáo”.
      </p>
      {entry.isKept === false && (
        <Notice kind="warning">Trình duyệt này không giữ được nội dung đang nhập. Để nguyên trang này mở cho tới khi gửi xong.</Notice>
      )}
      {isOlder && (
        <Notice kind="warning">
          <p>
            Lần nộp {inForce.version} được gửi sau khi bản nháp này bắt đầu. Gửi bản nháp thì trang cho xem hai bản khác nhau ở đâu trước
            khi hỏi giữ bản nào.
          </p>
          <AskFirst word={`Xóa bản nháp, bắt đầu từ lần nộp ${inForce.version}`} onSure={entry.startOver}>
            Nội dung đã nhập sẽ mất, không lấy lại được.
          </AskFirst>
        </Notice>
      )}
    </>
  );
}
