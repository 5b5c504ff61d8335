import type { Route } from '../route.ts';

/**
 * Who reads the feed and how: consolidators, leads their rows; by programs that know Basic alone, too, and by keys that may read nothing
 * else.
 */
export const FEED_ACCESS = { rights: 'leads', schemes: ['bearer', 'basic'], readOnlyKeys: 'let-in' } as const satisfies Partial<Route>;
