import * as z from 'zod';
import { JSON_TYPE } from '../../core/media-types.ts';
import type { Route } from '../route.ts';

/** What the pane in Excel and the desk ask a token with. Nothing of it is secret. */
export const MicrosoftSignIn = z.object({ client: z.string(), authority: z.string(), scope: z.string() });
export type MicrosoftSignIn = z.infer<typeof MicrosoftSignIn>;

/** `microsoft`: null where nobody signs in with Microsoft 365. */
const SignInWays = z.object({ microsoft: MicrosoftSignIn.nullable() });

export const getSignInRoute = {
  method: 'GET',
  path: '/sign-in',
  id: 'getSignIn',
  summary: 'Các cách đăng nhập ngoài mã truy cập',
  rights: 'anyone',
  headers: ['If-None-Match'],
  answers: { 200: { [JSON_TYPE]: SignInWays }, 304: {} },
  refuses: [],
} as const satisfies Route;
