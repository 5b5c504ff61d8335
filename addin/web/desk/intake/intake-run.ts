import type { Period } from '../../../../core/plan.ts';
import type { Api } from '../../../api/api.ts';
import type { Picked } from './dropped-files.ts';
import { type Outcome, takeIn, untried } from './take-in.ts';

/** How far the files of a period are, and what became of each. */
export interface Progress {
  readonly outcomes: readonly Outcome[];
  /** How many files were left out because they are no workbooks. */
  readonly others: number;
  readonly running: { readonly done: number; readonly all: number } | null;
}

/** One run of files after another; it goes on while the person looks at other tabs of the desk. */
export interface IntakeRun {
  readonly progress: () => Progress;
  readonly listen: (listener: () => void) => () => void;
  /** Takes nothing while another run is under way. Ends when every file has its outcome. */
  readonly take: (picked: Picked) => Promise<void>;
  /** Tries those again that were stopped or met a passing trouble. */
  readonly resume: () => Promise<void>;
  readonly stop: () => void;
}

function intakeRun(api: Api, period: Period): IntakeRun {
  let progress: Progress = { outcomes: [], others: 0, running: null };
  let controller: AbortController | null = null;
  const listeners = new Set<() => void>();
  const tell = (next: Partial<Progress>): void => {
    progress = { ...progress, ...next };
    for (const listener of listeners) listener();
  };
  const run = async (files: readonly File[]): Promise<void> => {
    controller = new AbortController();
    const { signal } = controller;
    for (const [k, file] of files.entries()) {
      tell({ running: { done: k, all: files.length } });
      const outcome = signal.aborted ? untried(file) : await takeIn(api, period, file, signal);
      tell({ outcomes: [...progress.outcomes, outcome] });
    }
    controller = null;
    tell({ running: null });
  };
  return {
    progress: () => progress,
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    take: async ({ workbooks, others }) => {
      if (controller || workbooks.length + others === 0) return;
      tell({ outcomes: [], others });
      await run(workbooks);
    },
    resume: async () => {
      if (controller) return;
      const again = progress.outcomes.filter((one) => one.kind === 'refused' && one.again);
      tell({ outcomes: progress.outcomes.filter((one) => !again.includes(one)) });
      await run(again.map(({ file }) => file));
    },
    stop: () => controller?.abort(),
  };
}

const runs = new WeakMap<Api, Map<Period, IntakeRun>>();

/** The run of a period on this page, by whoever is signed in. */
export function intakeRunOf(api: Api, period: Period): IntakeRun {
  const own = runs.get(api) ?? new Map<Period, IntakeRun>();
  const run = own.get(period) ?? intakeRun(api, period);
  runs.set(api, own.set(period, run));
  return run;
}
