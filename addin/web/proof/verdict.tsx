import type { ComponentChildren } from 'preact';
import type { NamedProof } from '../../../core/proof-path.ts';
import { receiptNumber, receiptNumberIn } from '../../../core/receipt-number.ts';
import { periodName, shortPeriodName } from '../../../core/wording/period-names.ts';
import { sha256Bytes } from '../../ui/digest.ts';
import { groupedHash } from '../../ui/grouped-hash.ts';
import { momentText } from '../../ui/moment.ts';
import { Notice } from '../../ui/notice.tsx';
import { proofHash } from '../../ui/proof-address.ts';
import type { FileProof, HashProof, ReceiptProof } from './answers.ts';

type Proven = Extract<HashProof, { kind: 'proven' }>;

const sentenceIn = ({ proof: { name, period, version, at }, plan }: Proven): string =>
  `báo cáo ${periodName(period)} của ${name}, lần nộp ${version}, hệ thống tiếp nhận lúc ${momentText(at, plan.reporting.utcOffset)}`;

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

interface ReceiptVerdictProps {
  readonly told: ReceiptProof;
  readonly asked: NamedProof;
}

/** What is known of the receipt that is asked for. */
export function ReceiptVerdict({ told, asked }: ReceiptVerdictProps) {
  switch (told.kind) {
    case 'which-agency':
      return told.meant.length === 0 ? (
        <Notice kind="warning">
          Không có đơn vị nào có tên hoặc mã “{asked.agency}”. Nhập tên hoặc mã đơn vị đúng như ghi trên biên nhận.
        </Notice>
      ) : (
        <>
          <Notice kind="warning">
            Có {told.meant.length} đơn vị mang tên “{asked.agency}”. Chọn đơn vị ghi trên biên nhận.
          </Notice>
          <ul>
            {told.meant.map(({ id, name }) => (
              <li key={id}>
                <a href={proofHash({ ...asked, agency: id })}>
                  {name} (mã {id})
                </a>
              </li>
            ))}
          </ul>
        </>
      );
    case 'proven':
      return <Found told={told} lead="Biên nhận này đúng là của" />;
    case 'unknown':
      return (
        <NotFound lead="Không có báo cáo nào được tiếp nhận mang mã này, của đơn vị này, trong kỳ này.">
          <li>kỳ, đơn vị, số hoặc mã ghi trên biên nhận được chép chưa đúng: quét lại mã QR hoặc so lại từng ký tự;</li>
          <li>biên nhận do một hệ thống khác cấp, hoặc không phải biên nhận thật.</li>
        </NotFound>
      );
  }
}

/** Whether a receipt is of a version with this hash: of the newest, or of an earlier one that said the same. */
function isOf({ code }: NamedProof, sha256: string, { proof: { period, agency, version: newest }, plan }: Proven): boolean {
  if (receiptNumberIn(code) === null) return code === sha256;
  for (let version = newest; version > 0; version--)
    if (receiptNumber({ plan: plan.id, period, agency, version, sha256 }, sha256Bytes) === code) return true;
  return false;
}

interface FileVerdictProps {
  readonly result: FileProof;
  /** The receipt that is open on this page. */
  readonly asked: NamedProof | null;
}

/** What is known of a file, in plain words, and what it may mean. */
export function FileVerdict({ result, asked }: FileVerdictProps) {
  switch (result.kind) {
    case 'unread':
      return <Notice kind="error">{result.sentence}</Notice>;
    case 'told': {
      const { file, told } = result;
      const other = asked !== null && told.kind === 'proven' && !isOf(asked, file.sha256, told);
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
