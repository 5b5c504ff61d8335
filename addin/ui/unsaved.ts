import { useAtOnce } from './use-at-once.ts';

const pending = new Map<object, string>();

/** Tells what would be lost with signing out, until the function that it gives is called. */
export function tellUnsaved(sentence: string): () => void {
  const own = {};
  pending.set(own, sentence);
  return () => void pending.delete(own);
}

/** The same, as long as a part is on the screen; null where nothing would be lost. */
export function useUnsaved(sentence: string | null): void {
  useAtOnce(() => (sentence === null ? undefined : tellUnsaved(sentence)), [sentence]);
}

/** What is being worked on right now and stands nowhere else. */
export const unsavedNow = (): readonly string[] => [...new Set(pending.values())];
