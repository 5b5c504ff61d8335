import type { Deps } from '../deps.ts';
import type { ApiRequest } from './api.ts';

/** Where the pages are: as the settings say, else where this request came to. */
export const addressOf = ({ address }: Pick<Deps, 'address'>, { origin }: Pick<ApiRequest, 'origin'>): string => address ?? origin;
