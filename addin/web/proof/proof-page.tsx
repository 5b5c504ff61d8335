import { useEffect, useState } from 'preact/hooks';
import { apiOf } from '../../api/api.ts';
import { Live } from '../../ui/live.tsx';
import { type AskedProof, askedProof, proofHash } from '../../ui/proof-address.ts';
import { SiteHeader } from '../../ui/site-header.tsx';
import { askFor, type FileTold, proveFile, type Told } from './answers.ts';
import { FileDrop } from './file-drop.tsx';
import { ReceiptForm } from './receipt-form.tsx';
import { FileVerdict, ReceiptVerdict } from './verdict.tsx';

const api = apiOf(null);

/** A file under question and what is known of it; null while it is being read. */
interface Question {
  readonly file: File;
  readonly result: FileTold | null;
}

/** Anyone proves that a receipt is real, and that a workbook is the one that was sent. */
export function ProofPage() {
  const [asked, setAsked] = useState<AskedProof | null>(() => askedProof(location.hash));
  const [told, setTold] = useState<Told | null>(null);
  const [question, setQuestion] = useState<Question | null>(null);

  useEffect(() => {
    const follow = () => setAsked(askedProof(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);

  useEffect(() => {
    setTold(null);
    if (!asked) return;
    let current = true;
    void askFor(asked, api).then((answer) => current && setTold(answer));
    return () => {
      current = false;
    };
  }, [asked]);

  const prove = async (file: File): Promise<void> => {
    setQuestion({ file, result: null });
    const result = await proveFile(file, api);
    setQuestion((now) => (now?.file === file ? { file, result } : now));
  };
  const waiting = (asked !== null && told === null) || (question !== null && question.result === null);
  return (
    <>
      <SiteHeader current="/xac-minh/" />
      <main class="page">
        <h1>Xác minh báo cáo</h1>
        <p>
          Trang này cho biết một tệp Excel có đúng là báo cáo mà đơn vị đã gửi hay không, và biên nhận có thật hay không. Ai cũng dùng được,
          không cần đăng nhập.
        </p>
        <Live text={waiting ? 'Đang kiểm tra…' : ''} />
        {asked && (
          <section aria-labelledby="opened">
            <h2 id="opened">Biên nhận đang mở</h2>
            {told ? <ReceiptVerdict told={told} /> : <p class="quiet">Đang hỏi máy chủ…</p>}
          </section>
        )}
        <section class="panel" aria-labelledby="by-file">
          <h2 id="by-file">Xác minh tệp</h2>
          <FileDrop onFile={prove} />
          {question && (
            <div class="verdict">
              <h3>{question.file.name}</h3>
              {question.result ? <FileVerdict result={question.result} asked={asked} /> : <p class="quiet">Đang đọc tệp…</p>}
            </div>
          )}
        </section>
        <section class="panel" aria-labelledby="by-receipt">
          <h2 id="by-receipt">Xác minh biên nhận</h2>
          <p>Quét mã QR trên biên nhận để mở trang này với mã điền sẵn, hoặc nhập các mã ghi trên biên nhận.</p>
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
