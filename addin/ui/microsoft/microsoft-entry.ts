import type { MicrosoftSignIn } from '../../../contract/routes/get-sign-in.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import { apiOf } from '../../api/api.ts';
import type { ApiTrouble } from '../../api/trouble.ts';
import type { SignedIn } from '../sign-in.tsx';
import { SIGN_IN_SENTENCES } from './sign-in-trouble.ts';
import type { Asker } from './tokens.ts';

/** Signs somebody in with Microsoft 365; the sentence says why it did not work. */
export type MicrosoftEntry = (ways: MicrosoftSignIn, asker: Asker) => Promise<Result<SignedIn, string>>;

/** An entry whose program, which is heavy, is loaded when somebody has chosen it. */
export const lateEntry =
  (load: () => Promise<MicrosoftEntry>): MicrosoftEntry =>
  async (ways, asker) => {
    const enter = await load().catch(() => null);
    if (!enter) return failed(SIGN_IN_SENTENCES.offline);
    return enter(ways, asker).catch(() => failed(SIGN_IN_SENTENCES.failed));
  };

/** Comes in without asking anybody, as whoever signed in before. */
export async function enterSilently(entry: MicrosoftEntry): Promise<Result<SignedIn, ApiTrouble>> {
  const ways = await apiOf(null).signInWays();
  if (!ways.ok) return ways;
  const { microsoft } = ways.value.value;
  const found = microsoft && (await entry(microsoft, 'nobody'));
  if (found?.ok) return ok(found.value);
  return failed({ kind: 'no-token', why: found?.error ?? SIGN_IN_SENTENCES['ask-again'] });
}
