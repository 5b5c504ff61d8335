import { useState } from 'preact/hooks';
import { formatDecimal } from '../../../core/format.ts';
import { fromDecimal } from '../../../core/fraction.ts';
import { useAtOnce } from '../../ui/use-at-once.ts';
import type { ReadingStage } from '../reader/messages.ts';
import { StepHeading } from './step-heading.tsx';
import type { Chosen } from './upload-state.ts';

const STAGES = { unpacking: 'Đang mở tệp', checking: 'Đang kiểm tra theo các quy tắc' } as const satisfies Record<ReadingStage, string>;
const ORDER = ['unpacking', 'checking'] as const satisfies readonly ReadingStage[];

/** A file is being read: what is under way and for how long; it can be stopped at once. */
export function ReadingStep({ file, stage, onStop }: { readonly file: Chosen; readonly stage: ReadingStage; readonly onStop: () => void }) {
  const [seconds, setSeconds] = useState(0);
  useAtOnce(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <section class="panel">
      <StepHeading>Đang đọc “{file.name}”</StepHeading>
      <p role="status">
        Bước {ORDER.indexOf(stage) + 1}/{ORDER.length}: {STAGES[stage]} ({sizeText(file.size)})…
      </p>
      {seconds > 1 && <p class="quiet">Đã {seconds} giây. Tệp có nhiều dòng thì đọc lâu hơn; trang vẫn dùng được.</p>}
      <progress aria-label="Đang đọc tệp" />
      <p>
        <button type="button" onClick={onStop}>
          Dừng
        </button>
      </p>
    </section>
  );
}

function sizeText(bytes: number): string {
  const kib = bytes / 1024;
  return kib < 1000 ? `${Math.max(1, Math.round(kib))} KB` : `${formatDecimal(fromDecimal(Math.round((kib / 1024) * 10) / 10), 1)} MB`;
}
