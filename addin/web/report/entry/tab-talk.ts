import type { TypedDraft } from '../../../ui/typed-drafts.ts';

/** What tabs that fill in the same report say to each other; `to`: the one that is meant, else all others. */
export type TabMessage =
  /** "Does anybody fill this in?" */
  | { readonly kind: 'opened'; readonly from: string }
  | { readonly kind: 'working'; readonly from: string; readonly to: string }
  /** "I go on with it from now on"; `wants`: with what was typed there. */
  | { readonly kind: 'taken'; readonly from: string; readonly wants: boolean }
  | { readonly kind: 'handed'; readonly from: string; readonly to: string; readonly draft: TypedDraft };

/** A tab in which the report is open; it is filled in there or in another one. */
export interface OwnTab {
  readonly id: string;
  readonly isHere: boolean;
  /** Milliseconds since it opened the report. */
  readonly openFor: number;
  /** Whether anything was typed here since. */
  readonly hasTyped: boolean;
  readonly draft: TypedDraft;
}

/** What a tab does about something said: whether it goes on, what it says, whose draft it goes on with. */
export interface TabAnswer {
  readonly isHere: boolean;
  readonly says: TabMessage | null;
  readonly takes: TypedDraft | null;
}

/** An answer that comes later is one of a tab that was asleep, or of a busy machine: whoever has been typing here goes on. */
const ANSWER_MS = 1500;

/** Lets one tab alone fill in a report, and nothing typed be lost when another takes over. */
export function answerTo(said: TabMessage, { id, isHere, openFor, hasTyped, draft }: OwnTab): TabAnswer {
  const asBefore = { isHere, says: null, takes: null };
  if ('to' in said && said.to !== id) return asBefore;
  switch (said.kind) {
    case 'handed':
      return { ...asBefore, takes: isHere ? said.draft : null };
    case 'opened':
      return isHere ? { ...asBefore, says: { kind: 'working', from: id, to: said.from } } : asBefore;
    case 'working':
      if (!isHere) return asBefore;
      return hasTyped && openFor > ANSWER_MS
        ? { ...asBefore, says: { kind: 'taken', from: id, wants: false } }
        : { ...asBefore, isHere: false };
    case 'taken': {
      const isWanted = isHere && said.wants;
      return { isHere: false, says: isWanted ? { kind: 'handed', from: id, to: said.from, draft } : null, takes: null };
    }
  }
}
