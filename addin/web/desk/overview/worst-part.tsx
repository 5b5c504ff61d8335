import type { JoinedIndicator } from '../../../../core/overview/joined-rows.ts';
import { worstIndicators } from '../../../../core/overview/worst-indicators.ts';
import { citedIn } from '../../../../core/wording/names.ts';
import type { DeskProps } from '../desk-props.ts';
import { linkTo } from '../desk-query.ts';

const MOST = 3;

/** The indicators that lack most, each with its reason in a sentence. */
export function WorstPart({ query, go, plan, due }: DeskProps & { readonly due: readonly JoinedIndicator[] }) {
  const worst = worstIndicators(due, MOST);
  return (
    <section aria-labelledby="ov-worst">
      <h3 id="ov-worst">Chỉ tiêu kém nhất</h3>
      {worst.length === 0 && <p>Chưa có chỉ tiêu nào có kết quả dưới mục tiêu.</p>}
      <ol>
        {worst.map(({ row, indicator }) => (
          <li key={row.id}>
            <a {...linkTo(query, go, { the: 'ma-tran', dong: row.id, donvi: null })}>{citedIn(plan, row.id)}</a> {indicator.name}
            <p>{row.why.sentence}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
