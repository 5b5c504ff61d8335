import type { HonoursAnswer } from '../../../../contract/routes/get-honours.ts';
import type { AgencyId } from '../../../../core/plan/agency.ts';
import type { RowId } from '../../../../core/plan/plan.ts';
import { citedAs } from '../../../../core/wording/names.ts';
import type { DeskProps } from '../desk-props.ts';
import { linkTo } from '../desk-query.ts';
import { PassportLink } from '../passport/passport-link.tsx';
import { ReviewLink } from '../review-link.tsx';
import { scoreText } from './score-text.ts';

type Line = HonoursAnswer['groups'][number]['lines'][number];
type Fact = Line['parts'][number]['facts'][number];

interface Props extends DeskProps {
  readonly line: Line;
  readonly parts: HonoursAnswer['parts'];
}

const SIGNS: Readonly<Record<Fact['counts'], string>> = { for: '✓', against: '✕', 'left-out': '–' };
const TONES: Readonly<Record<Fact['counts'], string>> = { for: 'met', against: 'missed', 'left-out': 'none' };
const WORDS: Readonly<Record<Fact['counts'], string>> = { for: 'Được tính', against: 'Không được tính', 'left-out': 'Không xét' };
/** What costs points stands first: that is what people look for. */
const ORDER: readonly Fact['counts'][] = ['against', 'for', 'left-out'];

/** What stands behind an agency's points, a part after the other, each row leading to its place. */
export function BehindPoints(props: Props) {
  const { line, parts } = props;
  return (
    <div class="points">
      <p>
        {scoreText(line.points)} điểm trên {line.most} điểm của các phần áp dụng, quy về thang 100: <b>{scoreText(line.score)}</b>.
      </p>
      {parts.map(({ id, name, weight }) => {
        const part = line.parts.find((one) => one.part === id);
        if (!part) return null;
        return (
          <details key={id} open={part.got < part.of}>
            <summary>
              {name}: {part.of === 0 ? 'không xét' : `${scoreText(part.points)}/${weight} điểm (${part.got}/${part.of})`}
            </summary>
            {part.leftOut && <p class="quiet">{part.leftOut} Phần này không có trong mẫu số.</p>}
            {part.facts.flatMap(({ row, says }) => (row === null ? [<p key={says}>{says}</p>] : []))}
            {ORDER.map((counts) => (
              <Facts
                key={counts}
                {...props}
                counts={counts}
                facts={part.facts.filter((fact) => fact.row !== null && fact.counts === counts)}
              />
            ))}
          </details>
        );
      })}
      <ReviewLink {...props} of={line.agency} />
    </div>
  );
}

interface FactsProps extends DeskProps {
  readonly line: Line;
  readonly counts: Fact['counts'];
  readonly facts: readonly Fact[];
}

function Facts({ query, go, period, plan, line, counts, facts }: FactsProps) {
  if (facts.length === 0) return null;
  const indicators = new Set<string>(plan.indicators.map(({ id }) => id));
  const placeOf = (row: RowId, donvi: AgencyId) =>
    linkTo(query, go, { the: indicators.has(row) ? 'ma-tran' : 'nhiem-vu', dong: row, donvi });
  return (
    <>
      <p class={`state ${TONES[counts]}`}>
        <span aria-hidden="true">{SIGNS[counts]}</span> {WORDS[counts]} ({facts.length})
      </p>
      <ul>
        {facts.map(({ row, says }) => (
          <li key={row ?? ''}>
            {row && (
              <>
                <a {...placeOf(row, line.agency)}>{citedAs(row)}</a>:{' '}
              </>
            )}
            {says}
            {row && (
              <>
                {' · '}
                <PassportLink {...{ query, go, period, row }} of={line.agency}>
                  nguồn gốc
                </PassportLink>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
