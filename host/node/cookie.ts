/** A cookie as the library hands it over: optional parts are wrapped. */
export interface RpcCookie {
  readonly name: string;
  readonly value: string;
  readonly domain?: { readonly value?: string };
  readonly path?: { readonly value?: string };
  readonly expires?: { readonly value?: { readonly seconds?: number } };
  readonly maxAge?: { readonly value?: number };
  readonly secure?: { readonly value?: boolean };
  readonly httpOnly?: { readonly value?: boolean };
  readonly sameSite?: 'none' | 'lax' | 'strict' | 'explicitNone';
}

const SAME_SITE = { none: undefined, lax: 'Lax', strict: 'Strict', explicitNone: 'None' } as const;

/** A cookie as a `Set-Cookie` header. */
export function setCookieOf({ name, value, ...parts }: RpcCookie): string {
  const seconds = parts.expires?.value?.seconds;
  const attributes = [
    ['Max-Age', parts.maxAge?.value],
    ['Domain', parts.domain?.value],
    ['Path', parts.path?.value],
    ['Expires', seconds === undefined ? undefined : new Date(seconds * 1000).toUTCString()],
    ['SameSite', SAME_SITE[parts.sameSite ?? 'none']],
  ].flatMap(([key, one]) => (one === undefined ? [] : [`${key}=${one}`]));
  const flags = [...(parts.secure?.value ? ['Secure'] : []), ...(parts.httpOnly?.value ? ['HttpOnly'] : [])];
  return [`${name}=${encodeURIComponent(value)}`, ...attributes, ...flags].join('; ');
}
