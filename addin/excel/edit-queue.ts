import type { Area } from '../../core/grid.ts';
import type { Edit } from './port.ts';

/** Something that an event told of. */
export interface Happening {
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
  add(happening: Happening): void;
  /** Whether something is waiting or being dealt with. */
  readonly busy: boolean;
  stop(): void;
}

/** Gathers what happens into edits and tells of them one after the other: events come in bursts, overlap, and outrun their handlers. */
export function editQueue(listener: (edit: Edit) => void | Promise<void>, { quietMs, mostMs }: Pauses): EditQueue {
  let waiting: Happening[] = [];
  let first = 0;
  let telling = false;
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
    add(happening) {
      if (waiting.length === 0) first = Date.now();
      waiting.push(happening);
      schedule();
    },
    get busy() {
      return telling || waiting.length > 0;
    },
    stop() {
      clearTimeout(timer);
      waiting = [];
    },
  };
}

function editOf(happenings: readonly Happening[]): Edit {
  const sources = new Set(happenings.map(({ source }) => source));
  return {
    places: happenings.flatMap(({ sheet, areas }) => (sheet === null ? [] : areas.map((area) => ({ sheet, area })))),
    remote: sources.has('remote') && !sources.has('local'),
  };
}
