import type { ComponentChildren } from 'preact';
import type { Receipt } from '../../contract/receipt.ts';
import { localDay } from '../../core/local-day.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { periodTitle } from '../../core/wording/period-names.ts';
import { groupedHash } from './grouped-hash.ts';
import { momentText } from './moment.ts';
import { proofAddress } from './proof-address.ts';
import { QrCode } from './qr-code.tsx';
import './receipt.css';

interface Props {
  readonly receipt: Receipt;
  readonly plan: Pick<Plan, 'title' | 'number' | 'date' | 'office' | 'reporting'>;
  /** Full names of the agency and of who sent it. */
  readonly agency: string;
  readonly by: string;
  /** Where the proof page stands. */
  readonly origin?: string;
  /** What stands in place of the button that prints, where a page cannot. */
  readonly printing?: ComponentChildren;
  /** What is printed below it on the same page. */
  readonly below?: ComponentChildren;
}

/** "ngày 05 tháng 11 năm 2026", as official papers are dated (Nghị định 30/2020/NĐ-CP). */
function officialDate(at: string, utcOffset: string): string {
  const [year, month, day] = localDay(new Date(at), utcOffset).split('-');
  return `ngày ${day} tháng ${month} năm ${year}`;
}

/** What an agency holds in its hand. Printed, it stands alone on one A4 page (receipt.css), whatever else is on the page. */
export function ReceiptCard({ receipt, plan, agency, by, origin = location.origin, printing, below }: Props) {
  const { id, period, version, at, sha256, findings } = receipt;
  const address = proofAddress(origin, receipt);
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  return (
    <section class={`receipt panel${below ? ' with-figures' : ''}`} aria-labelledby="receipt-number">
      <div class="letterhead print-only">
        <p>
          <strong>{plan.office.issuer}</strong>
        </p>
        <p>
          <strong>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</strong>
          <br />
          <strong class="motto">Độc lập - Tự do - Hạnh phúc</strong>
        </p>
        <p class="issued">
          {plan.office.place}, {officialDate(at, plan.reporting.utcOffset)}
        </p>
      </div>
      {below && <p class="print-only about">PHIẾU TRÌNH KÝ</p>}
      <h2 id="receipt-number">
        Biên nhận <span class="unbroken">{id}</span>
      </h2>
      <p class="print-only about">Tiếp nhận báo cáo theo {plan.title}</p>
      <div class="receipt-body">
        <dl>
          <dt>Đơn vị báo cáo</dt>
          <dd>
            {agency} <span class="unbroken">(mã {receipt.agency})</span>
          </dd>
          <dt>Kỳ báo cáo</dt>
          <dd>{periodTitle(period)}</dd>
          <dt>Lần nộp</dt>
          <dd>{version}</dd>
          <dt>Thời điểm tiếp nhận</dt>
          <dd>{momentText(at, plan.reporting.utcOffset)}</dd>
          <dt>Người gửi</dt>
          <dd>{by}</dd>
          {receipt.preparedBy && (
            <>
              <dt>Người lập biểu</dt>
              <dd>{receipt.preparedBy}</dd>
            </>
          )}
          <dt>Cảnh báo còn lại</dt>
          <dd>{warnings}</dd>
          <dt>Mã SHA-256 của nội dung</dt>
          <dd>
            <code class="hash">{groupedHash(sha256)}</code>
          </dd>
        </dl>
        <figure>
          <QrCode text={address} label="Mã QR dẫn tới trang xác minh báo cáo này" />
          <figcaption>
            Quét mã hoặc mở{' '}
            <a class="unbroken" href={address}>
              trang xác minh
            </a>
            <span class="print-only"> {origin}/xac-minh/</span>
          </figcaption>
        </figure>
      </div>
      <p class="quiet">
        Biên nhận xác nhận hệ thống đã tiếp nhận đúng nội dung mang mã nêu trên. Giữ tệp đã gửi cùng biên nhận để xác minh khi cần.
      </p>
      {printing ?? (
        <button type="button" onClick={() => print()}>
          {below ? 'In hoặc lưu PDF phiếu trình ký' : 'In hoặc lưu PDF'}
        </button>
      )}
      {below}
    </section>
  );
}
