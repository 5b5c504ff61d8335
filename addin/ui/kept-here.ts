import type { AgencyId } from '../../core/plan/agency.ts';
import { shortPeriodName } from '../../core/wording/period-names.ts';
import { draftTitle } from './draft.ts';
import { draftsOf, dropDraftsOf } from './drafts.ts';
import { dropTexts } from './kept-texts.ts';
import { keepKey } from './own-key.ts';
import { typedDraftLines } from './typed-drafts.ts';
import { dropRemarks, remarksKept } from './use-remarks.ts';

/** Tabs of this origin on this machine tell each other who signed out. */
const CHANNEL = 'phuluc-dang-xuat';

/** What of an agency is on this machine alone and would be lost with signing out, a sentence each. */
export async function unsentOf(agency: AgencyId): Promise<readonly string[]> {
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
  keepKey(null);
  dropTexts(agency);
  dropRemarks();
  const channel = channelHere();
  channel?.postMessage(agency);
  channel?.close();
  await dropDraftsOf(agency);
}

/** Tells when another tab has signed this agency out. */
export function onForgotten(agency: AgencyId, act: () => void): () => void {
  const channel = channelHere();
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data !== agency) return;
    keepKey(null);
    dropTexts(agency);
    dropRemarks();
    act();
  });
  return () => channel?.close();
}

/** A frame whose storage is refused has no channel either. */
function channelHere(): BroadcastChannel | null {
  try {
    return new BroadcastChannel(CHANNEL);
  } catch {
    return null;
  }
}
