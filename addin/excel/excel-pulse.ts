/** How Excel answers just now. */
export interface Pulse {
  /** What a call that takes longer than a moment waits for: a cell that is being typed in, or nobody knows what. Null while none does. */
  readonly waiting: 'typing' | 'busy' | null;
  /** How long the last answer took, in milliseconds; null before the first. */
  readonly lastMs: number | null;
}

/** Tells how Excel answers to whoever listens. */
export interface ExcelPulse {
  readonly now: Pulse;
  /** Calls the listener at each change until the function that it gives is called. */
  subscribe(listener: (pulse: Pulse) => void): () => void;
}

/** A call to Excel that is under way. */
interface CallUnderWay {
  waitsFor(what: NonNullable<Pulse['waiting']>): void;
  /** Ended; `answered` where Excel gave an answer. */
  end(answered: boolean): void;
}

/** The pulse of one Excel, and how its calls are counted in. */
export function excelPulse(): { readonly pulse: ExcelPulse; begin(): CallUnderWay } {
  const listeners = new Set<(pulse: Pulse) => void>();
  const waits = new Map<object, NonNullable<Pulse['waiting']>>();
  let now: Pulse = { waiting: null, lastMs: null };
  const tell = (lastMs: number | null): void => {
    const all = [...waits.values()];
    const waiting = all.includes('typing') ? 'typing' : (all[0] ?? null);
    if (waiting === now.waiting && lastMs === now.lastMs) return;
    now = { waiting, lastMs };
    for (const one of listeners) one(now);
  };
  return {
    pulse: {
      get now() {
        return now;
      },
      subscribe(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    begin() {
      const call = {};
      const began = Date.now();
      return {
        waitsFor(what) {
          waits.set(call, what);
          tell(now.lastMs);
        },
        end(answered) {
          waits.delete(call);
          tell(answered ? Date.now() - began : now.lastMs);
        },
      };
    },
  };
}
