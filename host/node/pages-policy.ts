/** Headers of every page and file: its own origin alone, no script in the page itself, nobody's frame. */
const EVERYWHERE = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
} as const;

const OWN = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:'],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'worker-src': ["'self'"],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
} as const;

type Policy = Readonly<Record<keyof typeof OWN, readonly string[]>> & { readonly 'frame-src'?: readonly string[] };

/**
 * The pane stands in a frame of Excel on the web, and Excel's own library comes from Microsoft (learn.microsoft.com, "Referencing the
 * Office JavaScript API library").
 */
const OFFICE_LIBRARY = 'https://appsforoffice.microsoft.com';
const OFFICE_FRAMES = [
  'https://*.officeapps.live.com',
  'https://*.office.com',
  'https://*.microsoft365.com',
  'https://*.cloud.microsoft',
  'https://*.sharepoint.com',
  'https://*.live.com',
];
/** Where somebody who chose Microsoft 365 signs in. */
const SIGN_IN = 'https://login.microsoftonline.com';

/** What a service takes besides access keys. */
export interface SignInWays {
  readonly microsoft: boolean;
}

/** Whether the environment sets up Microsoft Entra ID; what stands there is judged where it is read. */
export const signInWaysOf = ({ PHULUC_ENTRA }: Readonly<Record<string, string | undefined>>): SignInWays => ({
  microsoft: (PHULUC_ENTRA ?? '').trim() !== '',
});

const paneOf = ({ microsoft }: SignInWays): Policy => ({
  ...OWN,
  'script-src': ["'self'", OFFICE_LIBRARY],
  'connect-src': ["'self'", OFFICE_LIBRARY, ...(microsoft ? [SIGN_IN] : [])],
  // Signing in without being asked goes by a hidden frame where Office has no bridge, and comes back to a page of ours.
  ...(microsoft && { 'frame-src': ["'self'", SIGN_IN] }),
  'frame-ancestors': ["'self'", ...OFFICE_FRAMES],
});

/** The desk signs people in by a window of Microsoft's; it asks for tokens itself. */
const deskOf = ({ microsoft }: SignInWays): Policy => (microsoft ? { ...OWN, 'connect-src': ["'self'", SIGN_IN] } : OWN);

/** Where that window comes back to: parted from the page that opened it otherwise, it could not be shut (redirect bridge of msal-browser). */
const CALLBACK = '/dang-nhap/';

const textOf = (policy: Policy): string =>
  Object.entries<readonly string[]>(policy)
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ');

/** Headers of a page or file by its address; pane and desk may reach Microsoft's sign-in only where the service takes it. */
export function policyOf(pathname: string, ways: SignInWays): Readonly<Record<string, string>> {
  if (pathname.startsWith('/pane/')) return { ...EVERYWHERE, 'content-security-policy': textOf(paneOf(ways)) };
  const own = { ...EVERYWHERE, 'content-security-policy': textOf(pathname.startsWith('/desk/') ? deskOf(ways) : OWN) };
  return pathname === CALLBACK ? own : { ...own, 'cross-origin-opener-policy': 'same-origin' };
}
