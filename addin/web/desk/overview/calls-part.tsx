import type { Contact } from '../../../../core/plan/settings.ts';
import { Opening } from '../../../ui/opening.tsx';
import { useAsked } from '../../../ui/use-asked.ts';
import type { DeskProps } from '../desk-props.ts';
import { linkTo, type QueryChange } from '../desk-query.ts';
import { refusalWord } from '../intake/refusal-word.ts';
import { type AgencyToCall, agenciesToCall, type CallReason } from './agencies-to-call.ts';

/** Of each reason so many agencies by name; how many there are stands above them. */
const MOST_NAMED = 4;

const REASONS = [
  { reason: 'refused', title: 'Tệp bị từ chối, chưa gửi lại', rest: { the: 'quan-tri', muc: 'nhan-tep' } },
  { reason: 'missing', title: 'Chưa gửi', rest: { the: 'tinh-hinh', trangthai: 'thieu' } },
  { reason: 'unreadable', title: 'Báo cáo không đọc được, cần gửi lại', rest: { the: 'tinh-hinh', trangthai: 'khong-doc-duoc' } },
  { reason: 'returned', title: 'Trả lại, chưa gửi lại', rest: { the: 'tinh-hinh', trangthai: 'tra-lai' } },
  { reason: 'incomplete', title: 'Điền chưa đủ dòng', rest: { the: 'tinh-hinh', trangthai: 'chua-du' } },
] as const satisfies readonly { readonly reason: CallReason; readonly title: string; readonly rest: QueryChange }[];

/** Agencies that somebody has to speak to: why, and whom to ask for. */
export function CallsPart({ api, query, go, nameOf, period, status }: DeskProps) {
  const refused = useAsked(() => api.refused(period), [api, period, status]);
  const settings = useAsked(() => api.settings(period), [api, period]);
  const calls = agenciesToCall(status, refused.value?.value.refused ?? []);
  const contacts = settings.value?.value.settings.contacts ?? {};
  const isUnknown = REASONS.some(({ reason }) => calls[reason].slice(0, MOST_NAMED).some(({ agency }) => !contacts[agency]));
  const isNobody = REASONS.every(({ reason }) => calls[reason].length === 0);
  return (
    <section class="calls" aria-labelledby="ov-calls">
      <h3 id="ov-calls">Đơn vị cần gọi</h3>
      {(refused.refused ?? refused.setback) && <Opening what="Đang lấy danh sách tệp bị từ chối" asking={refused} />}
      {isNobody && <p>Mọi đơn vị đã có báo cáo đủ dòng.</p>}
      {REASONS.map(({ reason, title, rest }) => {
        const all = calls[reason];
        if (all.length === 0) return null;
        return (
          <div key={reason}>
            <h4>
              {title} ({all.length})
            </h4>
            <ul>
              {all.slice(0, MOST_NAMED).map((call) => (
                <li key={call.agency}>
                  <a {...linkTo(query, go, { the: 'tinh-hinh', donvi: call.agency, khoi: null })}>{nameOf(call.agency)}</a>
                  {detailOf(call)} <ContactText contact={contacts[call.agency]} />
                </li>
              ))}
            </ul>
            {all.length > MOST_NAMED && (
              <p>
                <a {...linkTo(query, go, { khoi: null, ...rest })}>và {all.length - MOST_NAMED} đơn vị khác</a>
              </p>
            )}
          </div>
        );
      })}
      {settings.value && isUnknown && (
        <p class="quiet no-print">
          Đầu mối của đơn vị ghi ở <a {...linkTo(query, go, { the: 'quan-tri', muc: 'thiet-lap' })}>Quản trị, Thiết lập kỳ</a>.
        </p>
      )}
    </section>
  );
}

function detailOf({ reason, line, rules }: AgencyToCall): string {
  switch (reason) {
    case 'refused':
      return `: ${rules.map(refusalWord).join('; ')}`;
    case 'incomplete':
      return `: ${line.rowsFilled}/${line.rowsOwed} dòng`;
    case 'returned':
      return line.remarks > 0 ? `: ${line.remarks} ý kiến` : '';
    case 'missing':
    case 'unreadable':
      return '';
  }
}

const ContactText = ({ contact }: { readonly contact: Contact | undefined }) =>
  contact ? (
    <span class="quiet">
      {contact.name}
      {contact.phone && (
        <>
          , <a href={`tel:${contact.phone.replaceAll(/[^+\d]/g, '')}`}>{contact.phone}</a>
        </>
      )}
      {contact.email && (
        <>
          , <a href={`mailto:${contact.email}`}>{contact.email}</a>
        </>
      )}
    </span>
  ) : null;
