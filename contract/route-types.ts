import type * as z from 'zod';
import type { JSON_TYPE } from '../core/media-types.ts';
import type { Route } from './route.ts';
import type { ROUTES } from './routes.ts';

/** Any route of the list. */
export type ContractRoute = (typeof ROUTES)[number];

type Named = { readonly [R in ContractRoute as `${R['method']} ${R['path']}`]: R };

/** A route as a client names it: `GET /periods/{period}/matrix`. */
export type RouteName = keyof Named;

/** The route of a name. */
export type RouteNamed<Name extends RouteName> = Named[Name];

/** The parameters in a path. */
export type ParameterName<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | ParameterName<Rest> : never;

/**
 * The JSON that a route answers with under some of its statuses; unknown where its contract gives it no schema, never where it has none.
 */
export type JsonAnswer<R extends Route, Status extends keyof R['answers']> = R['answers'][Status] extends infer Bodies
  ? Bodies extends { readonly [JSON_TYPE]: infer Schema }
    ? Schema extends z.ZodType
      ? z.output<Schema>
      : unknown
    : never
  : never;

/** The JSON that a route takes, as it is sent. */
export type JsonSent<R extends Route> = R extends { readonly bodies: { readonly [JSON_TYPE]: infer Schema extends z.ZodType } }
  ? z.input<Schema>
  : never;

/** A value that is only looked at. */
export type DeepReadonly<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly DeepReadonly<Item>[]
    : { readonly [Key in keyof T]: DeepReadonly<T[Key]> };
