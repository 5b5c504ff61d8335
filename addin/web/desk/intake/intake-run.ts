import type { Period } from '../../../../core/plan/period.ts';
import type { Api, IntakeTerms } from '../../../api/api.ts';
import { tellUnsaved } from '../../../ui/unsaved.ts';
import { type PickedFiles, pathOf } from './dropped-files.ts';
import { formsIn } from './forms-in.ts';
import { type IntakeFile, type IntakeOutcome, notTried, takeIn } from './take-in.ts';

export type Question = Extract<IntakeOutcome, { kind: 'asks' }>;

/** How far the files of a period are, and what became of each. */
export interface Progress {
  readonly outcomes: readonly IntakeOutcome[];
  /** The files that were left out because they are no workbooks, by their paths. */
  readonly others: readonly string[];
  readonly running: { readonly done: number; readonly all: number } | null;
  /** The zip or mail that is being opened. */
  readonly opening: string | null;
}

/** One run of files after another; it goes on while the person looks at other tabs of the desk. */
export interface IntakeRun {
  readonly progress: () => Progress;
  readonly listen: (listener: () => void) => () => void;
  /** Takes nothing while another run is under way. Ends when every file has its outcome. */
  readonly take: (picked: PickedFiles, receivedOn: IntakeTerms['receivedOn']) => Promise<void>;
  /** Tries those again that were stopped or met a passing trouble. */
  readonly resume: () => Promise<void>;
  /** What a person has chosen for files that are older or emptier than what is in force. */
  readonly settle: (questions: readonly Question[], choice: 'replace' | 'leave') => Promise<void>;
  readonly stop: () => void;
}

function intakeRun(api: Api, period: Period): IntakeRun {
  let progress: Progress = { outcomes: [], others: [], running: null, opening: null };
  let controller: AbortController | null = null;
  const listeners = new Set<() => void>();
  const tell = (next: Partial<Progress>): void => {
    progress = { ...progress, ...next };
    for (const listener of listeners) listener();
  };
  const during = async (work: (stop: AbortSignal) => Promise<void>): Promise<void> => {
    controller = new AbortController();
    const done = tellUnsaved('Đang nhận các tệp thay đơn vị; những tệp chưa nhận sẽ bị bỏ.');
    await work(controller.signal);
    controller = null;
    done();
    tell({ running: null, opening: null });
  };
  const takeAll = async (
    files: readonly IntakeFile[],
    put: (outcome: IntakeOutcome, k: number) => void,
    signal: AbortSignal,
  ): Promise<void> => {
    for (const [k, taken] of files.entries()) {
      tell({ running: { done: k, all: files.length } });
      put(signal.aborted ? notTried(taken) : await takeIn(api, period, taken, signal), k);
    }
  };
  const append = (outcome: IntakeOutcome): void => tell({ outcomes: [...progress.outcomes, outcome] });
  const put = (old: IntakeOutcome, outcome: IntakeOutcome): void =>
    tell({ outcomes: progress.outcomes.map((one) => (one === old ? outcome : one)) });
  return {
    progress: () => progress,
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    take: async ({ workbooks, packed, others }, receivedOn) => {
      if (controller || workbooks.length + packed.length + others.length === 0) return;
      // What still asks for a choice stays until it is made.
      tell({ outcomes: progress.outcomes.filter(({ kind }) => kind === 'asks'), others });
      const terms = { receivedOn, replace: false };
      await during(async (stop) => {
        const forms = workbooks.map((file) => ({ file, path: pathOf(file), terms }));
        for (const file of packed) {
          tell({ opening: file.name });
          const opened = await formsIn(file, terms, stop);
          forms.push(...opened.forms);
          opened.troubles.forEach(append);
          tell({ opening: null, others: [...progress.others, ...opened.others] });
        }
        await takeAll(forms, append, stop);
      });
    },
    resume: async () => {
      if (controller) return;
      const again = progress.outcomes.filter((one) => one.kind === 'refused' && one.again);
      tell({ outcomes: progress.outcomes.filter((one) => !again.includes(one)) });
      await during((stop) => takeAll(again, append, stop));
    },
    settle: async (questions, choice) => {
      if (controller) return;
      if (choice === 'leave') for (const one of questions) put(one, { ...one, kind: 'left' });
      else
        await during((stop) =>
          takeAll(
            questions.map(({ file, path, terms }) => ({ file, path, terms: { ...terms, replace: true } })),
            (outcome, k) => questions[k] && put(questions[k], outcome),
            stop,
          ),
        );
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

/** Whoever has signed out takes nothing in any more. */
export function stopIntake(api: Api): void {
  for (const run of runs.get(api)?.values() ?? []) run.stop();
}
