import type * as z from 'zod';
import type { ProblemName } from './problems.ts';
import type { ReportRights, Rights } from './rights.ts';

/** Bodies by media type: a schema, or null for the bytes of a file. */
export type Bodies = Readonly<Record<string, z.ZodType | null>>;

/** How a caller shows a credential. `basic`: its access key as the password, for programs that know no other way. */
export type Scheme = 'bearer' | 'basic';

interface Described {
  readonly id: string;
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly summary: string;
  /** Bearers alone, unless more is said. */
  readonly schemes?: readonly [Scheme, ...Scheme[]];
  /** Whether a key that may only read the feed opens it; it opens nothing else. */
  readonly readOnlyKeys?: 'let-in';
  /** What may stand behind the question mark of the URL; a schema without a default is needed. */
  readonly queries?: Readonly<Record<string, z.ZodType>>;
  readonly headers?: readonly string[];
  /** Bodies that a request may have. */
  readonly bodies?: Bodies;
  /** Bodies that it answers with, by status; none where a status has no body. */
  readonly answers: Readonly<Record<number, Bodies>>;
  /** Problems that its handler refuses with, besides those of `refusedBeforehand`. */
  readonly refuses: readonly ProblemName[];
}

/** A path below `/api`, as OpenAPI writes it: `/periods/{period}/matrix`. */
type RoutePath = `/${string}`;
type ReportPath = `/periods/{period}/reports/{agency}${string}`;

/** One method of one URL: all that both sides of the wire know of it. */
export type Route = Described &
  (
    | { readonly rights: ReportRights; readonly path: ReportPath }
    | { readonly rights: Exclude<Rights, ReportRights>; readonly path: RoutePath }
  );
