import type { Area } from '../../core/grid.ts';
import type { Edit } from './port.ts';

/** A change of the workbook as one event of Excel says it. */
export interface ExcelChange {
  /** Null where Excel did not say where. */
  readonly sheet: string | null;
  readonly areas: readonly Area[];
  /** Null where Excel did not say whose doing it was. */
  readonly source: 'local' | 'remote' | null;
}

/** How long it must be quiet before the listener is told, and how long it waits at most while edits keep coming. */
export interface Pauses {
  readonly quietMs: number;
  readonly mostMs: number;
}

export interface EditQueue {
  add(change: ExcelChange): void;
  /** Whether something is waiting or being dealt with. */
  readonly busy: boolean;
  /** Nothing is told any more, also of what is added later: an answer of Excel's may still be on its way. */
  stop(): void;
}

/** Gathers changes into edits and tells of them one after the other: events come in bursts, overlap, and outrun their handlers. */
export function editQueue(listener: (edit: Edit) => void | Promise<void>, { quietMs, mostMs }: Pauses): EditQueue {
  let waiting: ExcelChange[] = [];
  let first = 0;
  let telling = false;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const schedule = (): void => {
    clearTimeout(timer);
    if (waiting.length === 0 || telling) return;
    timer = setTimeout(tell, Math.max(0, Math.min(quietMs, first + mostMs - Date.now())));
  };
  const tell = async (): Promise<void> => {
    const edit = editOf(waiting);
    waiting = [];
    telling = true;
    try {
      await listener(edit);
    } finally {
      telling = false;
      schedule();
    }
  };
  return {
    add(change) {
      if (stopped) return;
      if (waiting.length === 0) first = Date.now();
      waiting.push(change);
      schedule();
    },
    get busy() {
      return telling || waiting.length > 0;
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      waiting = [];
    },
  };
}

function editOf(changes: readonly ExcelChange[]): Edit {
  const sources = new Set(changes.map(({ source }) => source));
  return {
    places: changes.flatMap(({ sheet, areas }) => (sheet === null ? [] : areas.map((area) => ({ sheet, area })))),
    remote: sources.has('remote') && !sources.has('local'),
  };
}
