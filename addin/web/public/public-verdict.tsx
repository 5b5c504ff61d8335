import type { Verdict } from '../../../core/matrix.ts';
import { Badge, VerdictBadge } from '../../ui/badge.tsx';

/** In the table, in its CSV and in the summary alike. */
export const NOT_TOLD = 'Chưa đủ đơn vị báo cáo';

/** The verdict of a result, or that too few have reported for one. */
export const PublicVerdict = ({ verdict }: { readonly verdict: Verdict | null }) =>
  verdict ? <VerdictBadge verdict={verdict} /> : <Badge tone="missing" sign="○" word={NOT_TOLD} />;
