import { useEffect } from 'preact/hooks';

const told = new Map<object, string>();

/** Tells what would be lost with signing out, until the function that it gives is called. */
export function tellUnsaved(sentence: string): () => void {
  const own = {};
  told.set(own, sentence);
  return () => void told.delete(own);
}

/** The same, as long as a part is on the screen; null where nothing would be lost. */
export function useUnsaved(sentence: string | null): void {
  useEffect(() => (sentence === null ? undefined : tellUnsaved(sentence)), [sentence]);
}

/** What is being worked on right now and stands nowhere else. */
export const unsavedNow = (): readonly string[] => [...new Set(told.values())];
