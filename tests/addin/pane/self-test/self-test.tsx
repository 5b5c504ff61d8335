import { useEffect, useRef, useState } from 'preact/hooks';
import { excelFactsHere } from '../../../../addin/excel/excel-facts.ts';
import { openWorkbookPort } from '../../../../addin/excel/open-port.ts';
import type { WorkbookPort } from '../../../../addin/excel/port.ts';
import { troubleSentence } from '../../../../addin/pane/trouble-text.ts';
import { CopyButton } from '../../../../addin/ui/copy-button.tsx';
import { Notice } from '../../../../addin/ui/notice.tsx';
import { saveFile } from '../../../../addin/ui/save-file.ts';
import { runScenarios, SCRATCH_SHEET, untilDone } from './run-scenarios.ts';
import { noteRun, type RunUnderWay, takeBrokenRun } from './run-under-way.ts';
import type { Ending } from './scenario.ts';
import { scenarios } from './scenarios.ts';
import { isSkipped, type Json, type Step, type Transcript } from './transcript.ts';

/** How long the person has for a request. */
const REQUEST_MS = 60_000;

const LABELS = [{ id: SCRATCH_SHEET, label: 'Thêm trang nháp' }, ...scenarios];

const SETS = [
  'SharedRuntime 1.1',
  'NestedAppAuth 1.1',
  'OpenBrowserWindowApi 1.1',
  'DialogApi 1.2',
  'ExcelApiDesktop 1.1',
  'ExcelApiOnline 1.1',
];

/** Which of the sets that matter to us this Excel says it has. */
function setsHere(): string[] {
  const { requirements } = (globalThis as never as { readonly Office: OwnOffice }).Office.context;
  return SETS.filter((one) => requirements.isSetSupported(one.split(' ')[0] ?? '', one.split(' ')[1] ?? ''));
}

interface OwnOffice {
  readonly context: { readonly requirements: { isSetSupported(name: string, version: string): boolean } };
}

/** How long the smallest questions take, one after the other. */
async function syncTimes({ memory }: WorkbookPort): Promise<number[]> {
  const times: number[] = [];
  for (let k = 0; k < 8; k++) {
    const asked = performance.now();
    await memory.read('tu-kiem-tra-thoi-gian');
    times.push(Math.round(performance.now() - asked));
  }
  return times;
}

/** All that is known of a run and of the Excel that it ran in, as the text of a transcript. */
async function transcriptOf({ at, steps }: Pick<RunUnderWay, 'at' | 'steps'>, port: WorkbookPort): Promise<string> {
  const syncMs = await syncTimes(port);
  const whole: Transcript = { kind: 'phuluc-self-test', version: 7, at, excel: excelFactsHere(), sets: setsHere(), syncMs, steps };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

const labelOf = (id: string): string => LABELS.find((one) => one.id === id)?.label ?? id;

/** `14h05m33`: good in the title of a sheet and in a name. */
function stampOf(at: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(at.getHours())}h${two(at.getMinutes())}m${two(at.getSeconds())}`;
}

/** Tries in a real Excel what the tests claim of it, and gives the transcript to the person. */
export function SelfTest() {
  const [port, setPort] = useState<WorkbookPort | null>(null);
  const [trouble, setTrouble] = useState('');
  const [running, setRunning] = useState<string | null>(null);
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const [request, setRequest] = useState<{ readonly words: string; readonly isSaid: boolean } | null>(null);
  const [transcript, setTranscript] = useState('');
  const [brokenAt, setBrokenAt] = useState<string | null>(null);
  const answer = useRef<'done' | 'skipped' | null>(null);

  useEffect(() => {
    void openWorkbookPort().then(async (opened) => {
      if (!opened.ok) return setTrouble(troubleSentence(opened.error));
      const broken = takeBrokenRun();
      if (broken) {
        const loadedAnew: Step = { step: broken.running, outcome: { thrown: 'the page was loaded anew' }, ms: 0 };
        setTranscript(await transcriptOf({ at: broken.at, steps: [...broken.steps, loadedAnew] }, opened.value));
        setBrokenAt(broken.running);
      }
      setPort(opened.value);
    });
  }, []);

  const ask = async (words: string, isDone: (() => boolean | Promise<boolean>) | null): Promise<Ending> => {
    answer.current = null;
    setRequest({ words, isSaid: isDone === null });
    const isSkipped = () => answer.current === 'skipped';
    const ending = await untilDone(isDone ?? (() => answer.current === 'done'), { isSkipped, ms: REQUEST_MS });
    setRequest(null);
    return ending;
  };

  const run = async (open: WorkbookPort): Promise<void> => {
    setTrouble('');
    setTranscript('');
    setBrokenAt(null);
    const at = new Date();
    const ended: Step[] = [];
    const done = await runScenarios(scenarios, {
      port: open,
      stamp: stampOf(at),
      person: { does: ask, says: (words) => ask(words, null) },
      tell(id, step) {
        setRunning(step ? null : id);
        if (step) ended.push(step);
        else noteRun({ at: at.toISOString(), steps: ended, running: id });
        setSteps([...ended]);
      },
    });
    noteRun(null);
    const [first, ...others] = done;
    if (others.length === 0) {
      setTrouble(`Không thêm được trang nháp (${JSON.stringify(first?.outcome)}). Nhấn Esc nếu đang gõ dở trong một ô rồi chạy lại.`);
      return setSteps([]);
    }
    setTranscript(await transcriptOf({ at: at.toISOString(), steps: done }, open));
  };

  const isStarted = running !== null || steps.length > 0;
  return (
    <>
      <h2>Tự kiểm tra trong Excel</h2>
      {trouble && <Notice kind="error">{trouble}</Notice>}
      {brokenAt && (
        <Notice kind="error">
          Trang này đã bị nạp lại ở bước “{labelOf(brokenAt)}”. Lưu bản ghi của lần chạy đó ở dưới, rồi chạy lại từ đầu nếu cần.
        </Notice>
      )}
      {!isStarted && (
        <>
          <p>
            Mở một sổ làm việc trống trước khi chạy. Phần này thêm vài trang tính mới, thử ghi và đọc ở đó, rồi nhờ người ngồi máy làm tám
            việc nhỏ (việc nào cũng bỏ qua được). Các trang đang có không bị thay đổi, không có gì được gửi đi.
          </p>
          <button type="button" class={transcript ? '' : 'primary'} disabled={port === null} onClick={() => port && void run(port)}>
            Chạy tự kiểm tra
          </button>
        </>
      )}
      {isStarted && <progress value={steps.length} max={LABELS.length} aria-label="Số bước đã xong" />}
      {request && (
        <Notice kind="warning">
          <p>{request.words}</p>
          {request.isSaid && (
            <button
              type="button"
              onClick={() => {
                answer.current = 'done';
              }}
            >
              Đã làm
            </button>
          )}{' '}
          <button
            type="button"
            onClick={() => {
              answer.current = 'skipped';
            }}
          >
            Bỏ qua bước này
          </button>
        </Notice>
      )}
      {transcript && !brokenAt && (
        <Notice kind="good">Đã chạy xong. Lưu bản ghi hoặc chép nội dung bên dưới, gửi cho nhóm phát triển.</Notice>
      )}
      {transcript && <Outcome transcript={transcript} />}
      <ol>
        {LABELS.map(({ id, label }) => {
          const step = steps.find((one) => one.step === id);
          if (!step && running !== id) return null;
          return (
            <li key={id}>
              {label}: {step ? `${wordsOf(step.outcome)} (${step.ms} ms)` : 'đang chạy…'}
              {step && !isSkipped(step.outcome) && (
                <details>
                  <summary>Kết quả</summary>
                  <code>{JSON.stringify(step.outcome)}</code>
                </details>
              )}
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** Whether Excel is as we believe is told by the test that replays the transcript, not here. */
function wordsOf(outcome: Json): string {
  if (isSkipped(outcome)) return '– chưa thử';
  const isObject = typeof outcome === 'object' && outcome !== null;
  return isObject && ('thrown' in outcome || 'trouble' in outcome) ? '✕ không chạy được' : '✓ đã ghi lại';
}

function Outcome({ transcript }: { readonly transcript: string }) {
  return (
    <>
      <p>
        <button
          type="button"
          class="primary"
          onClick={() => saveFile(new Blob([transcript], { type: 'application/json' }), 'tu-kiem-tra-excel.json')}
        >
          Lưu bản ghi
        </button>{' '}
        <CopyButton text={transcript} told="Đã chép bản ghi.">
          Chép bản ghi
        </CopyButton>
      </p>
      <label for="transcript">Bản ghi</label>
      <textarea id="transcript" readOnly rows={8} value={transcript} />
      <p class="quiet">Bản ghi có phiên bản Excel và kết quả từng bước; không có mã truy cập, tên người hay nội dung tệp khác.</p>
    </>
  );
}
