import { type TaggedText, taggedText } from './tagged-text.ts';

/**
 * An answer that is the same until what it is made of changes: made at the first question and kept. `version` names the state of
 * its sources; left out where they never change while the program runs.
 */
export function madeOnce<Source, Value>(make: (source: Source) => Value): (source: Source, version?: string) => TaggedText<Value> {
  let kept: { readonly version: string; readonly text: TaggedText<Value> } | null = null;
  return (source, version = '') => {
    if (kept?.version !== version) kept = { version, text: taggedText(make(source)) };
    return kept.text;
  };
}
