import type { PublicPeriods } from '../../../contract/routes/list-public-periods.ts';
import { periodTitle } from '../../../core/wording/period-names.ts';

interface Props {
  readonly periods: PublicPeriods['periods'];
  readonly current: string | null;
}

/** The published periods, the newest first; each at its own address. */
export const PeriodLinks = ({ periods, current }: Props) => (
  <nav class="row periods" aria-label="Kỳ đã công bố">
    {[...periods].reverse().map(({ period }) => (
      <a key={period} class="button" href={`?ky=${period}`} aria-current={period === current ? 'page' : undefined}>
        {periodTitle(period)}
      </a>
    ))}
  </nav>
);
