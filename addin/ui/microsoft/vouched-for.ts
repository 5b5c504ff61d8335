import { failed, ok, type Result } from '../../../core/result.ts';
import { apiOf } from '../../api/api.ts';
import { troubleText } from '../../api/trouble.ts';
import type { SignedIn } from '../sign-in.tsx';
import { NO_AGENCY } from './sign-in-trouble.ts';
import type { Asker, Tokens } from './tokens.ts';

/** Signs in as the person whose tokens these are; the sentence says why it did not work. */
export async function vouchedFor(tokens: Tokens, asker: Asker): Promise<Result<SignedIn, string>> {
  const first = await tokens.first(asker);
  if (!first.ok) return first;
  const api = apiOf(tokens.bearer);
  const me = await api.me();
  if (me.ok) return ok({ api, me: me.value.value });
  const isRefused = me.error.kind === 'problem' && [401, 403].includes(me.error.status);
  return failed(isRefused ? NO_AGENCY : troubleText(me.error));
}
