import type { Verdict } from '../../../core/matrix.ts';
import type { Group } from './lines.ts';
import { PublicVerdict } from './public-verdict.tsx';

const ORDER = ['met', 'below', 'missed', null, 'not-reported', 'nothing-arose'] as const satisfies readonly (Verdict | null)[];

/** How many indicators stand where, the good ones first; what no indicator is stays unsaid. */
export function Summary({ groups }: { readonly groups: readonly Group[] }) {
  const verdicts = groups.flatMap(({ lines }) => lines.map(({ verdict }) => verdict));
  const counts = ORDER.map((verdict) => [verdict, verdicts.filter((one) => one === verdict).length] as const).filter(
    ([, count]) => count > 0,
  );
  return (
    <section aria-labelledby="summary">
      <h2 id="summary">{verdicts.length} chỉ tiêu của kỳ</h2>
      <ul class="summary">
        {counts.map(([verdict, count]) => (
          <li key={verdict}>
            <strong>{count}</strong> <PublicVerdict verdict={verdict} />
          </li>
        ))}
      </ul>
    </section>
  );
}
