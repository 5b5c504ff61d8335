import { useState } from 'preact/hooks';
import type { NamedProof } from '../../../core/proof-path.ts';
import { ok } from '../../../core/result.ts';
import { apiOf } from '../../api/api.ts';
import { Opening } from '../../ui/opening.tsx';
import { askedProof, proofHash } from '../../ui/proof-address.ts';
import { SiteHeader } from '../../ui/site-header.tsx';
import { useAsked } from '../../ui/use-asked.ts';
import { useAtOnce } from '../../ui/use-at-once.ts';
import { askFor, proveFile } from './answers.ts';
import { FileDrop } from './file-drop.tsx';
import { ReceiptForm } from './receipt-form.tsx';
import { FileVerdict, ReceiptVerdict } from './verdict.tsx';

const api = apiOf(null);

/** Anyone proves that a receipt is real, and that a workbook is the one that was sent. */
export function ProofPage() {
  const [asked, setAsked] = useState<NamedProof | null>(() => askedProof(location.hash));
  // A chosen file is a new question, also where it is the same file: it may have been changed.
  const [question, setQuestion] = useState<{ readonly file: File } | null>(null);

  useAtOnce(() => {
    const follow = () => setAsked(askedProof(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return (
    <>
      <SiteHeader current="/xac-minh/" />
      <main class="page">
        <h1>Xác minh báo cáo</h1>
        <p>
          Trang này cho biết một tệp Excel có đúng là báo cáo mà đơn vị đã gửi hay không, và biên nhận có thật hay không. Ai cũng dùng được,
          không cần đăng nhập.
        </p>
        {asked && (
          <section aria-labelledby="opened">
            <h2 id="opened">Biên nhận đang mở</h2>
            <AskedReceipt key={location.hash} asked={asked} />
          </section>
        )}
        <section class="panel" aria-labelledby="by-file">
          <h2 id="by-file">Xác minh tệp</h2>
          <FileDrop onFile={(file) => setQuestion({ file })} />
          {question && (
            <div class="verdict">
              <h3>{question.file.name}</h3>
              <AskedFile question={question} asked={asked} />
            </div>
          )}
        </section>
        <section class="panel" aria-labelledby="by-receipt">
          <h2 id="by-receipt">Xác minh biên nhận</h2>
          <p>Quét mã QR trên biên nhận để mở trang này với mã điền sẵn, hoặc nhập kỳ, đơn vị và số ghi trên biên nhận.</p>
          <ReceiptForm
            key={location.hash}
            asked={asked}
            onAsk={(one) => {
              location.hash = proofHash(one);
            }}
          />
        </section>
      </main>
    </>
  );
}

function AskedReceipt({ asked }: { readonly asked: NamedProof }) {
  const asking = useAsked(() => askFor(asked, api), []);
  return asking.value ? <ReceiptVerdict told={asking.value} asked={asked} /> : <Opening what="Đang hỏi máy chủ" asking={asking} />;
}

function AskedFile({ question, asked }: { readonly question: { readonly file: File }; readonly asked: NamedProof | null }) {
  const asking = useAsked(async () => {
    const told = await proveFile(question.file, api);
    return told.ok ? ok({ question, result: told.value }) : told;
  }, [question]);
  // What was known of the file before is not shown under the name of this one.
  return asking.value?.question === question ? (
    <FileVerdict result={asking.value.result} asked={asked} />
  ) : (
    <Opening what="Đang đọc và kiểm tra tệp" asking={asking} />
  );
}
