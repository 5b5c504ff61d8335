import { useState } from 'preact/hooks';
import { excelFactsHere } from '../excel/excel-facts.ts';
import type { ExcelPulse, Pulse } from '../excel/excel-pulse.ts';
import { Notice } from '../ui/notice.tsx';
import { useAtOnce } from '../ui/use-at-once.ts';

interface Props {
  readonly pulse: ExcelPulse;
}

function usePulse(pulse: ExcelPulse): Pulse {
  const [now, setNow] = useState(pulse.now);
  useAtOnce(() => {
    setNow(pulse.now);
    return pulse.subscribe(setNow);
  }, [pulse]);
  return now;
}

/** What Excel is waited for, once it takes longer than a moment; nothing else. */
export function ExcelWaiting({ pulse }: Props) {
  const { waiting } = usePulse(pulse);
  if (waiting === null) return null;
  return (
    <Notice kind="info">
      {waiting === 'typing'
        ? 'Đang gõ dở trong một ô. Nhấn Enter hoặc Esc ở ô đó, phần này làm tiếp ngay.'
        : 'Excel đang bận hoặc đang gõ dở trong một ô. Phần này vẫn chờ Excel trả lời.'}
    </Notice>
  );
}

/** What support asks for: how fast this Excel answers, and which one it is. */
export function ExcelStatus({ pulse }: Props) {
  const { lastMs } = usePulse(pulse);
  const { platform, version, excelApi } = excelFactsHere();
  return (
    <p class="quiet">
      {lastMs !== null && <>Excel trả lời sau {lastMs} ms · </>}
      {platform} {version} · ExcelApi {excelApi}
    </p>
  );
}
