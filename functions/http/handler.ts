import type { ProblemAnywhere } from '../../contract/problems.ts';
import type { Route } from '../../contract/route.ts';
import type { ContractRoute, ParameterName } from '../../contract/route-types.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import type { Caller } from '../identity/caller.ts';
import type { Rows } from '../identity/rights.ts';
import type { PeriodContext } from '../periods/period-context.ts';
import type { ApiRequest, HandlerAnswer } from './api.ts';
import type { Refusal } from './problem.ts';
import type { AnyReply, Replied, ReplyTo } from './reply.ts';

/** What is known of a call once it was let in: who calls, what its URL names, which rows of a report the caller may see. */
export interface Admission {
  readonly caller: Caller;
  readonly context: PeriodContext;
  readonly agency: AgencyId;
  readonly rows: Rows;
}

/** Of all that, what a route's rights and path make known. */
type Known<R extends Route> =
  | 'caller'
  | ('period' extends ParameterName<R['path']> ? 'context' : never)
  | ('agency' extends ParameterName<R['path']> ? 'agency' : never)
  | (R['rights'] extends 'readers-of-report' | 'leads' ? 'rows' : never);

/** A call as a route's handler gets it. */
export type CallOf<R extends Route> = Omit<ApiRequest, 'parameters'> & {
  readonly parameters: Readonly<Record<ParameterName<R['path']>, string>>;
} & (R['rights'] extends 'anyone' ? unknown : Pick<Admission, Known<R>>);

/** The problems that a route's contract lets its handler refuse with. */
type ProblemOf<R extends Route> =
  | R['refuses'][number]
  | ProblemAnywhere
  | (R['rights'] extends 'anyone' ? never : 'period' extends ParameterName<R['path']> ? 'not-found' : never)
  | (R['rights'] extends 'anyone' | 'signed-in' ? never : 'forbidden');

/** Does the work of one route. Answers, statuses and problems that the route's contract does not name do not compile. */
export type Serves<R extends Route> = (call: CallOf<R>, reply: ReplyTo<R>) => Promise<Replied<R> | Refusal<ProblemOf<R>>>;

/** What does the work of each route, by the route's id: one that is missing does not compile. */
export type Handlers = { readonly [R in ContractRoute as R['id']]: Serves<R> };

/** A route and what does its work. */
export interface Handler {
  readonly route: Route;
  readonly serve: (call: ApiRequest & Partial<Admission>, reply: AnyReply) => Promise<HandlerAnswer | Refusal>;
}
