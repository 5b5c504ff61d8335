import { storagesHere } from '../../../../addin/ui/own-key.ts';
import type { Step } from './transcript.ts';

const NAME = 'phuluc-self-test-run';

/** A run as far as it has come: when it began, what is done, and what was begun last. */
export interface RunUnderWay {
  readonly at: string;
  readonly steps: readonly Step[];
  readonly running: string;
}

/** What outlasts the page most surely; a frame of Excel may refuse it. */
const storage = (): Storage | undefined => storagesHere().at(-1);

/** Notes how far a run has come, so that a page that takes this one's place can tell; null: it is over. */
export function noteRun(run: RunUnderWay | null): void {
  if (run) storage()?.setItem(NAME, JSON.stringify(run));
  else storage()?.removeItem(NAME);
}

/** The run that the page before this one did not end; told once, null where there is none. */
export function takeBrokenRun(): RunUnderWay | null {
  const text = storage()?.getItem(NAME);
  noteRun(null);
  return text ? (JSON.parse(text) as RunUnderWay) : null; // written by `noteRun`
}
