import { useEffect, useRef, useState } from 'preact/hooks';
import type { AgencyId } from '../../../../core/plan/agency.ts';
import type { Period } from '../../../../core/plan/period.ts';
import { newIdempotencyKey } from '../../../ui/digest.ts';
import type { TypedDraft } from '../../../ui/typed-drafts.ts';

/** What tabs that fill in the same report say to each other; `to`: the one that is meant. */
type Said =
  /** "Does anybody fill this in?" */
  | { readonly kind: 'opened'; readonly from: string }
  | { readonly kind: 'working'; readonly from: string; readonly to: string }
  /** "I go on with it from now on." */
  | { readonly kind: 'taken'; readonly from: string }
  | { readonly kind: 'handed'; readonly from: string; readonly to: string; readonly draft: TypedDraft };

/** An answer that comes later is one of a tab that was asleep: whoever is typing here goes on. */
const ANSWER_MS = 1500;

interface OnlyTab {
  /** Whether it is this tab in which the report is filled in. */
  readonly isHere: boolean;
  readonly takeOver: () => void;
}

/** Lets one tab alone fill in a report; what was typed in another comes over when this one takes over. */
export function useOnlyTab(agency: AgencyId, period: Period, draftNow: () => TypedDraft, onHanded: (draft: TypedDraft) => void): OnlyTab {
  const [isHere, setHere] = useState(true);
  const own = useRef({ id: newIdempotencyKey(), isHere: true, channel: null as BroadcastChannel | null });
  const calls = useRef({ draftNow, onHanded });
  calls.current = { draftNow, onHanded };
  const turn = (here: boolean): void => {
    own.current.isHere = here;
    setHere(here);
  };
  useEffect(() => {
    const channel = channelOf(`phuluc-nhap/${agency}/${period}`);
    if (!channel) return undefined;
    const { id } = own.current;
    const say = (said: Said): void => channel.postMessage(said);
    const openedAt = Date.now();
    own.current.channel = channel;
    channel.addEventListener('message', ({ data }: MessageEvent<Said>) => {
      const meant = !('to' in data) || data.to === id;
      if (!meant) return;
      if (data.kind === 'handed') return calls.current.onHanded(data.draft);
      if (!own.current.isHere) return undefined;
      if (data.kind === 'opened') return say({ kind: 'working', from: id, to: data.from });
      if (data.kind === 'working' && Date.now() - openedAt > ANSWER_MS) return say({ kind: 'taken', from: id });
      if (data.kind === 'taken') say({ kind: 'handed', from: id, to: data.from, draft: calls.current.draftNow() });
      return turn(false);
    });
    say({ kind: 'opened', from: id });
    return () => channel.close();
  }, [agency, period]);
  return {
    isHere,
    takeOver: () => {
      turn(true);
      own.current.channel?.postMessage({ kind: 'taken', from: own.current.id } satisfies Said);
    },
  };
}

/** A frame whose storage is refused has no channel, and keeps nothing that another tab could overwrite. */
function channelOf(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}
