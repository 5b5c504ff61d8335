import { useAtOnce } from './use-at-once.ts';

/** How many steps of the page's own lie behind an entry of the browser's history; other entries say nothing of it. */
interface Marked {
  readonly stepsIn: number;
}

const stepsHere = (): number => (history.state as Partial<Marked> | null)?.stepsIn ?? 0; // nobody else writes states

let wanted = 0;
let onBack: ((stepsIn: number) => void) | null = null;
/** A walk of ours through the history is under way: it arrives later, and is nobody's wish to go back. */
let isWalking = false;

function settle(): void {
  if (isWalking) return;
  for (let step = stepsHere() + 1; step <= wanted; step++) history.pushState({ stepsIn: step } satisfies Marked, '');
  if (stepsHere() === wanted) return;
  isWalking = true;
  history.go(wanted - stepsHere());
}

function onMove(): void {
  if (isWalking) {
    isWalking = false;
    settle();
  } else if (stepsHere() < wanted) {
    wanted = stepsHere();
    onBack?.(wanted);
  }
}

/**
 * As long as a part is shown that is `stepsIn` steps into the work, the browser's way back (on a telephone the only one at hand) leads to
 * the step before, which `go` gets as a number, and not out of the page. One part at a time.
 */
export function useWayBack(stepsIn: number, go: (stepsIn: number) => void): void {
  useAtOnce(() => {
    onBack = go;
  });
  useAtOnce(() => {
    wanted = stepsIn;
    settle();
  }, [stepsIn]);
  useAtOnce(() => {
    addEventListener('popstate', onMove); // it stays: the walk out arrives later, and the same one is added once
    return () => {
      wanted = 0;
      onBack = null;
      settle();
    };
  }, []);
}
