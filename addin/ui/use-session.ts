import { useState } from 'preact/hooks';
import type { AgencyId } from '../../core/plan/agency.ts';
import { failed, type Result } from '../../core/result.ts';
import type { ApiTrouble } from '../api/trouble.ts';
import { codeInAddress } from './credential-in.ts';
import type { Issued } from './fresh-key.tsx';
import { onForgotten } from './kept-here.ts';
import { type OwnKey, ownKey } from './own-key.ts';
import { type SignedIn, signIn } from './sign-in.tsx';
import { type Asking, useAsked } from './use-asked.ts';
import { useAtOnce } from './use-at-once.ts';

/** Who sits here: nobody, somebody whose entry of before is being asked about, or somebody signed in. */
export interface Session {
  readonly one: SignedIn | null;
  /** What this tab or this machine keeps of an entry before, as long as it is the one that counts. */
  readonly kept: OwnKey | null;
  readonly entering: Asking;
  /** A key of before that nobody has kept yet: it is shown once more before anything else. */
  readonly issued: Issued | null;
  /** Whether somebody signed out here and nobody has come in since. */
  readonly hasLeft: boolean;
  readonly enter: (one: SignedIn) => void;
  /** Nobody sits here any more; what was kept is forgotten elsewhere (`forgetAgency`). */
  readonly leave: () => void;
}

/**
 * Signs in as before, patiently, and out again when another tab signs the agency out. `byMicrosoft`: how, where Microsoft 365 vouched; null
 * on a page that asks for a key then.
 */
export function useSession(byMicrosoft: (() => Promise<Result<SignedIn, ApiTrouble>>) | null): Session {
  const [kept, setKept] = useState<OwnKey | null>(() => {
    const own = ownKey();
    return own?.key === null && !byMicrosoft ? null : own;
  });
  const [chosen, setChosen] = useState<SignedIn | null>(null);
  const [hasLeft, setHasLeft] = useState(false);
  const asked = useAsked(async () => {
    if (kept?.key) return signIn(kept.key);
    return kept && byMicrosoft ? byMicrosoft() : failed({ kind: 'stopped' } as const);
  }, [kept]);
  const found = kept && asked.value;
  const issued = !chosen && kept?.key && kept.unsaved && found ? { key: kept.key, one: found } : null;
  const one = chosen ?? (issued ? null : found);
  const leave = (): void => {
    // What was chosen or looked for stood in the address; a code that still waits there is the next one's.
    history.replaceState(null, '', location.pathname + (codeInAddress() === '' ? '' : location.hash));
    setKept(null);
    setChosen(null);
    setHasLeft(true);
  };
  // Also while the entry of before is being asked about: who signs out elsewhere meanwhile is out here too.
  const agency = one?.me.agency ?? (kept?.agency as AgencyId | undefined); // kept as its owner signed in
  useAtOnce(() => (agency ? onForgotten(agency, leave) : undefined), [agency]);
  return {
    one,
    kept,
    entering: asked,
    issued,
    hasLeft,
    enter(entered) {
      setHasLeft(false);
      setChosen(entered);
    },
    leave,
  };
}
