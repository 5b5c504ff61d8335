import { canonicalJson } from './canonical.ts';

/** Whether two things of JSON say the same, in whatever order their members stand; what is not there is as null. */
export const isSameJson = (one: unknown, other: unknown): boolean => textOf(one) === textOf(other);

const textOf = (thing: unknown): string => canonicalJson((thing ?? null) as Parameters<typeof canonicalJson>[0]); // callers hand in what came as JSON
