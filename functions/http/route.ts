import type * as z from 'zod';
import type { Caller } from '../identity/caller.ts';
import type { ApiRequest, ApiResponse } from './api.ts';
import type { ProblemName, Refusal } from './problem.ts';

export type Answer = ApiResponse | Refusal;

/** One method of one route: how it is described, who may call it, what it does. */
export interface Route {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** As OpenAPI writes it: `/periods/{period}/matrix`. */
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  /** Bodies that it takes, by media type; `null`: bytes of a file. */
  readonly takes?: Readonly<Record<string, z.ZodType | null>>;
  readonly headers?: readonly string[];
  /** What an address may ask behind its question mark; a shape without a default is needed. */
  readonly queries?: Readonly<Record<string, z.ZodType>>;
  /** Bodies that it gives, by status and media type. */
  readonly gives: Readonly<Record<number, Readonly<Record<string, z.ZodType | null>>>>;
  readonly refuses: readonly ProblemName[];
}

/** A route for callers who are known. */
export interface GuardedRoute extends Route {
  readonly serve: (request: ApiRequest, caller: Caller) => Promise<Answer>;
}

/** A route for anyone: keys are not looked at. */
export interface OpenRoute extends Route {
  readonly open: (request: ApiRequest) => Promise<Answer>;
}

export type AnyRoute = GuardedRoute | OpenRoute;
