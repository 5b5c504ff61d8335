import { useRef, useState } from 'preact/hooks';
import type { AgencyId } from '../../../../core/plan/agency.ts';
import type { Period } from '../../../../core/plan/period.ts';
import { newIdempotencyKey } from '../../../ui/digest.ts';
import type { TypedDraft } from '../../../ui/typed-drafts.ts';
import { useAtOnce } from '../../../ui/use-at-once.ts';
import { answerTo, type TabMessage } from './tab-talk.ts';

interface OnlyTab {
  /** Whether it is this tab in which the report is filled in. */
  readonly isHere: boolean;
  readonly takeOver: () => void;
}

/** Lets this tab or another one fill in a report; what was typed there comes over when this one takes over. */
export function useOnlyTab(agency: AgencyId, period: Period, draftNow: () => TypedDraft, onHanded: (draft: TypedDraft) => void): OnlyTab {
  const [isHere, setHere] = useState(true);
  const own = useRef({ id: newIdempotencyKey(), isHere: true, say: (_: TabMessage): void => undefined });
  const calls = useRef({ draftNow, onHanded });
  calls.current = { draftNow, onHanded };
  const turn = (here: boolean): void => {
    own.current.isHere = here;
    setHere(here);
  };
  useAtOnce(() => {
    const channel = channelOf(`phuluc-nhap/${agency}/${period}`);
    if (!channel) return undefined;
    const openedAt = Date.now();
    const typedNow = (): string => JSON.stringify(calls.current.draftNow().typed);
    const typedBefore = typedNow();
    own.current.say = (said) => channel.postMessage(said);
    channel.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => {
      const { id, isHere: before, say } = own.current;
      const answer = answerTo(data, {
        ...{ id, isHere: before, openFor: Date.now() - openedAt },
        ...{ hasTyped: typedNow() !== typedBefore, draft: calls.current.draftNow() },
      });
      if (answer.says) say(answer.says);
      if (answer.takes) calls.current.onHanded(answer.takes);
      turn(answer.isHere);
    });
    own.current.say({ kind: 'opened', from: own.current.id });
    return () => channel.close();
  }, [agency, period]);
  return {
    isHere,
    takeOver: () => {
      turn(true);
      own.current.say({ kind: 'taken', from: own.current.id, wants: true });
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
