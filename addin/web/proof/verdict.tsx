import type { ComponentChildren } from 'preact';
import { periodName, shortPeriodName } from '../../../core/wording/period-names.ts';
import { groupedHash } from '../../ui/grouped-hash.ts';
import { momentText } from '../../ui/moment.ts';
import { Notice } from '../../ui/notice.tsx';
import type { AskedProof } from '../../ui/proof-address.ts';
import type { FileProof, HashProof } from './answers.ts';

type Proven = Extract<HashProof, { kind: 'proven' }>;

const sentenceIn = ({ proof: { name, period, version, at }, offset }: Proven): string =>
  `báo cáo ${periodName(period)} của ${name}, lần nộp ${version}, hệ thống tiếp nhận lúc ${momentText(at, offset)}`;

const Standing = ({ told }: { readonly told: Proven }) =>
  told.proof.inForce ? <p>Lần nộp này đang có hiệu lực.</p> : <p>Đơn vị đã có lần nộp sau; lần nộp này không còn hiệu lực.</p>;

const Found = ({ told, lead }: { readonly told: Proven; readonly lead: string }) => (
  <Notice kind={told.proof.inForce ? 'good' : 'warning'}>
    <p>
      <strong>
        {lead} {sentenceIn(told)}.
      </strong>
    </p>
    <Standing told={told} />
  </Notice>
);

const NotFound = ({ lead, children }: { readonly lead: string; readonly children: ComponentChildren }) => (
  <>
    <Notice kind="error">
      <p>
        <strong>{lead}</strong>
      </p>
    </Notice>
    <p>Điều này có thể do:</p>
    <ul>{children}</ul>
  </>
);

/** What the server says of the hash that a receipt states. */
export function ReceiptVerdict({ told }: { readonly told: HashProof }) {
  switch (told.kind) {
    case 'proven':
      return <Found told={told} lead="Biên nhận này đúng là của" />;
    case 'unknown':
      return (
        <NotFound lead="Không có báo cáo nào được tiếp nhận mang mã này, của đơn vị này, trong kỳ này.">
          <li>mã hoặc đơn vị ghi trên biên nhận được chép chưa đúng: quét lại mã QR hoặc so lại từng nhóm 8 ký tự;</li>
          <li>biên nhận do một hệ thống khác cấp, hoặc không phải biên nhận thật.</li>
        </NotFound>
      );
  }
}

interface FileVerdictProps {
  readonly result: FileProof;
  /** The receipt that is open on this page. */
  readonly asked: AskedProof | null;
}

/** What is known of a file, in plain words, and what it may mean. */
export function FileVerdict({ result, asked }: FileVerdictProps) {
  switch (result.kind) {
    case 'unread':
      return <Notice kind="error">{result.sentence}</Notice>;
    case 'told': {
      const { file, told } = result;
      const other = asked !== null && told.kind === 'proven' && asked.sha256 !== file.sha256;
      return (
        <>
          {told.kind === 'proven' && <Found told={told} lead="Tệp này đúng là" />}
          {other && <Notice kind="warning">Đây không phải lần nộp ghi trên biên nhận đang mở.</Notice>}
          {told.kind === 'unknown' && (
            <NotFound
              lead={`Không khớp: nội dung tệp này không phải báo cáo nào mà ${file.name} đã gửi cho kỳ ${shortPeriodName(file.period)}.`}
            >
              <li>tệp đã được sửa sau khi gửi, dù chỉ một số hoặc một chữ ở phần giải trình;</li>
              <li>tệp là bản nháp chưa gửi, hoặc bản trước khi sửa lỗi trên trang nộp báo cáo;</li>
              <li>cơ quan tổng hợp đã thay đổi danh mục dòng phải báo cáo của đơn vị sau lần nộp đó.</li>
            </NotFound>
          )}
          <p class="quiet">
            Mã SHA-256 tính từ nội dung tệp: <code class="hash">{groupedHash(file.sha256)}</code>
          </p>
        </>
      );
    }
  }
}
