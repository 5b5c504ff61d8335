import type { Api } from '../../../api/api.ts';
import type { Asked } from '../../../ui/use-asked.ts';

/** The chosen period's settings, asked for once for all steps. */
export type AskedSettings = Asked<Extract<Awaited<ReturnType<Api['settings']>>, { readonly ok: true }>['value']>;
