import { useState } from 'preact/hooks';
import type { Receipt } from '../../../contract/receipt.ts';
import type { ChangeList } from '../../../contract/routes/get-changes.ts';
import type { VersionLine } from '../../../contract/routes/get-versions.ts';
import { agencyName } from '../../../core/plan/agency.ts';
import { receiptNumber } from '../../../core/receipt-number.ts';
import type { Report } from '../../../core/report.ts';
import type { Api } from '../../api/api.ts';
import { troubleText } from '../../api/trouble.ts';
import { ChangeTable } from '../../ui/change-table.tsx';
import { sha256Bytes } from '../../ui/digest.ts';
import { momentText } from '../../ui/moment.ts';
import { Notice } from '../../ui/notice.tsx';
import { saveFile } from '../../ui/save-file.ts';
import type { AgencyPeriod } from './agency-period.ts';
import { OwnDocument } from './own-document.tsx';
import { OwnReceipt } from './received-step.tsx';

type Shown =
  | { readonly kind: 'changes'; readonly list: ChangeList }
  | { readonly kind: 'receipt'; readonly receipt: Receipt; readonly report: Report }
  | { readonly kind: 'trouble'; readonly why: string };

/** All versions, newest first, each with what it changed and its receipt. */
export function Versions({ place, api }: { readonly place: AgencyPeriod; readonly api: Api }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const { ground, versions, agency } = place;
  const { plan, period } = ground;
  if (versions.length === 0) return null;
  const showChanges = async ({ version }: VersionLine): Promise<void> => {
    const answer = await api.changes(period.period, agency, version);
    setShown(answer.ok ? { kind: 'changes', list: answer.value.value } : { kind: 'trouble', why: troubleText(answer.error) });
  };
  const saveWorkbook = async ({ version }: VersionLine): Promise<void> => {
    const answer = await api.workbook(period.period, agency, version, 'workbook');
    if (answer.ok) saveFile(answer.value.value, `phu-luc-${agency}-${period.period}-lan-${version}.xlsx`);
    else setShown({ kind: 'trouble', why: troubleText(answer.error) });
  };
  const showReceipt = async (line: VersionLine): Promise<void> => {
    const answer = await api.version(period.period, agency, line.version);
    if (!answer.ok) return setShown({ kind: 'trouble', why: troubleText(answer.error) });
    const { findings, report } = answer.value.value;
    const about = { ...line, plan: plan.id, period: period.period, agency, findings };
    setShown({ kind: 'receipt', report, receipt: { ...about, id: receiptNumber(about, sha256Bytes) } });
  };
  return (
    <section class="panel" aria-labelledby="versions">
      <h2 id="versions">Các lần nộp</h2>
      <ul class="versions">
        {[...versions].reverse().map((line) => (
          <li key={line.version}>
            <span>
              <strong>Lần {line.version}</strong> · {momentText(line.at, plan.reporting.utcOffset)} · {agencyName(ground.agencies, line.by)}
              {line.preparedBy && ` · người lập biểu ${line.preparedBy}`}
            </span>
            <span class="row">
              <button type="button" class="link" onClick={() => showReceipt(line)}>
                Biên nhận<span class="visually-hidden"> lần {line.version}</span>
              </button>
              <button type="button" class="link" onClick={() => saveWorkbook(line)}>
                Tệp đã gửi<span class="visually-hidden"> lần {line.version}</span>
              </button>
              <button type="button" class="link" onClick={() => showChanges(line)}>
                Thay đổi<span class="visually-hidden"> của lần {line.version}</span>
              </button>
            </span>
          </li>
        ))}
      </ul>
      <OwnDocument period={period.period} agency={agency} api={api} />
      <div aria-live="polite">
        {shown?.kind === 'trouble' && <Notice kind="error">{shown.why}</Notice>}
        {shown?.kind === 'receipt' && <OwnReceipt receipt={shown.receipt} report={shown.report} place={place} />}
        {shown?.kind === 'changes' && <Changes list={shown.list} place={place} />}
      </div>
    </section>
  );
}

function Changes({ list: { from, to, changes }, place }: { readonly list: ChangeList; readonly place: AgencyPeriod }) {
  if (changes.length === 0) return <p>Lần {to} không đổi số liệu nào so với lần trước.</p>;
  return (
    <ChangeTable
      caption={from === null ? `Lần ${to}: nội dung gửi lần đầu` : `Lần ${to} đổi ${changes.length} ô so với lần ${from}`}
      changes={changes}
      plan={place.ground.plan}
      before={from === null ? 'Trước' : `Lần ${from}`}
      after={`Lần ${to}`}
    />
  );
}
