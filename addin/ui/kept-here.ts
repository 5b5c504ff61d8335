import type { AgencyId } from '../../core/plan/agency.ts';
import { shortPeriodName } from '../../core/wording/period-names.ts';
import { newIdempotencyKey } from './digest.ts';
import { draftTitle } from './draft.ts';
import { draftsOf, dropDraftsOf } from './drafts.ts';
import { dropTexts } from './kept-texts.ts';
import { forgetKey, ownStorages, storagesHere } from './own-key.ts';
import { typedDraftLines } from './typed-drafts.ts';
import { unsavedNow } from './unsaved.ts';
import { dropRemarks, remarksKept } from './use-remarks.ts';

/** Tabs of this origin on this machine tell each other who signed out, by the agency alone, and ask each other before. */
const CHANNEL = 'phuluc-dang-xuat';
/** `id`: of the question. */
interface Asking {
  readonly asks: AgencyId;
  readonly id: string;
}
interface Answering {
  readonly answers: string;
  readonly lost: readonly string[];
}
interface Leaving {
  readonly left: AgencyId;
  /** When, in milliseconds as `Date.now()` counts them. */
  readonly at: number;
}
/** Who hears of a leaving later was asleep: what the machine has kept since is of whoever has come in anew. */
const LATE_MS = 10_000;
/** Where nobody can say how many tabs are to answer: those of one machine do so within a few milliseconds, unless it is busy. */
const ANSWERS_MS = 250;
/** A tab that is busy is waited for; one that is asleep holds nothing that it would not hold tomorrow. */
const LAST_ANSWER_MS = 5_000;

/** What would be lost with signing out: here, and in the agency's other tabs, which are signed out with this one; a sentence each. */
export async function lostWith(agency: AgencyId): Promise<readonly string[]> {
  const [here, elsewhere] = await Promise.all([lostHere(agency), lostElsewhere(agency)]);
  const others = [...new Set(elsewhere)].filter((sentence) => !here.includes(sentence));
  return [...here, ...others.map((sentence) => `Ở thẻ khác: ${sentence}`)];
}

const lostHere = async (agency: AgencyId): Promise<readonly string[]> => [...new Set([...unsavedNow(), ...(await unsentOf(agency))])];

/** What the other tabs that this agency has open hold; this page's own answer is among them. */
async function lostElsewhere(agency: AgencyId): Promise<readonly string[]> {
  const channel = channelHere();
  if (!channel) return [];
  const tabs = await tabsOf(agency);
  const asking: Asking = { asks: agency, id: newIdempotencyKey() };
  const answers: (readonly string[])[] = [];
  await new Promise<void>((done) => {
    const timer = setTimeout(done, tabs ? LAST_ANSWER_MS : ANSWERS_MS);
    channel.addEventListener('message', ({ data }: MessageEvent<Partial<Answering> | null>) => {
      if (data?.answers !== asking.id) return;
      answers.push(data.lost ?? []);
      if (answers.length !== tabs) return;
      clearTimeout(timer);
      done();
    });
    channel.postMessage(asking);
  });
  channel.close();
  return answers.flat();
}

/** Each tab that an agency is signed in at holds this lock, together with the others. */
const lockOf = (agency: AgencyId): string => `${CHANNEL}/${agency}`;

/** How many tabs an agency is signed in at, this one too; 0 where that is not known: a page that came without TLS has no locks. */
async function tabsOf(agency: AgencyId): Promise<number> {
  try {
    const { held = [] } = await navigator.locks.query();
    return held.filter(({ name }) => name === lockOf(agency)).length;
  } catch {
    return 0;
  }
}

/** Lets other tabs know that an agency is signed in here, until the tab is shut or `leave` is called. */
function staysHere(agency: AgencyId): { readonly leave: () => void } {
  let leave = (): void => undefined;
  const left = new Promise<void>((done) => {
    leave = done;
  });
  // Refused where storage is: then nobody counts on it.
  void navigator.locks?.request(lockOf(agency), { mode: 'shared' }, () => left).catch(() => undefined);
  return { leave };
}

/** What of an agency is on this machine alone, a sentence each. */
async function unsentOf(agency: AgencyId): Promise<readonly string[]> {
  const drafts = await draftsOf(agency);
  const remarks = remarksKept();
  return [
    ...drafts.map((draft) => {
      const whose = draft.report.agency === agency ? '' : ` (gửi thay ${draft.report.agency})`;
      return `${draftTitle(draft)} của kỳ ${shortPeriodName(draft.report.period)}${whose}, chưa có biên nhận.`;
    }),
    ...typedDraftLines(agency),
    ...(remarks > 0 ? [`Ý kiến đang ghi ở ${remarks} dòng, chưa gửi.`] : []),
  ];
}

/** Leaves nothing of an agency on this machine: its key, its drafts, the remarks that it was writing; its other tabs sign out too. */
export async function forgetAgency(agency: AgencyId): Promise<void> {
  forgetKey(agency);
  dropTexts(agency);
  dropRemarks();
  const channel = channelHere();
  channel?.postMessage({ left: agency, at: Date.now() } satisfies Leaving);
  channel?.close();
  await dropDraftsOf(agency);
}

/** Tells when another tab has signed this agency out, and answers one that asks before it does. */
export function onForgotten(agency: AgencyId, act: () => void): () => void {
  const channel = channelHere();
  const { leave } = staysHere(agency);
  channel?.addEventListener('message', ({ data }: MessageEvent<(Partial<Asking> & Partial<Leaving>) | null>) => {
    if (data?.asks === agency)
      void lostHere(agency).then((lost) => channel.postMessage({ answers: data.id ?? '', lost } satisfies Answering));
    if (data?.left !== agency) return;
    const isLate = Date.now() - (data.at ?? 0) > LATE_MS;
    const places = isLate ? ownStorages() : storagesHere();
    forgetKey(agency, places);
    dropTexts(agency, places);
    dropRemarks();
    if (!isLate) void dropDraftsOf(agency); // what this tab was just keeping came behind the other one's
    act();
  });
  return () => {
    channel?.close();
    leave();
  };
}

/** A frame whose storage is refused has no channel either. */
function channelHere(): BroadcastChannel | null {
  try {
    return new BroadcastChannel(CHANNEL);
  } catch {
    return null;
  }
}
