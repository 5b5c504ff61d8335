/** Why a query is refused: what makes no sense, or what OData knows and this feed does not do. */
export type FeedRefusal =
  | { readonly problem: 'invalid-request'; readonly option: string }
  | { readonly problem: 'not-supported'; readonly option: string };

export const senseless = (option: string): FeedRefusal => ({ problem: 'invalid-request', option });
export const unsupported = (option: string): FeedRefusal => ({ problem: 'not-supported', option });
