import { useEffect, useState } from 'preact/hooks';
import { failed } from '../../core/result.ts';
import { onForgotten } from './kept-here.ts';
import { type OwnKey, ownKey } from './own-key.ts';
import { type SignedIn, signIn } from './sign-in.tsx';
import { type Asking, useAsked } from './use-asked.ts';

/** Who sits here: nobody, somebody whose key of before is being asked about, or somebody signed in. */
export interface Session {
  readonly one: SignedIn | null;
  /** The key that this tab or this machine keeps, as long as it is the one that counts. */
  readonly kept: OwnKey | null;
  readonly entering: Asking;
  readonly enter: (one: SignedIn) => void;
  /** Nobody sits here any more; what was kept is forgotten elsewhere (`forgetAgency`). */
  readonly leave: () => void;
}

/** Signs in with the key of before, patiently, and out again when another tab signs the agency out. */
export function useSession(): Session {
  const [kept, setKept] = useState<OwnKey | null>(ownKey);
  const [chosen, setChosen] = useState<SignedIn | null>(null);
  const asked = useAsked(async () => (kept ? signIn(kept.key) : failed({ kind: 'stopped' } as const)), [kept]);
  const one = chosen ?? (kept && asked.value);
  const leave = (): void => {
    // What was chosen or looked for stood in the address.
    history.replaceState(null, '', location.pathname);
    setKept(null);
    setChosen(null);
  };
  const agency = one?.me.agency;
  useEffect(() => (agency ? onForgotten(agency, leave) : undefined), [agency]);
  return {
    one,
    kept,
    entering: asked,
    enter: setChosen,
    leave,
  };
}
