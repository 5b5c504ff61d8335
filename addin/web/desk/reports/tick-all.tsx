import { isDecidable, type ManyReviews, type ReviewableLine } from '../review/use-many-reviews.ts';

interface Props {
  readonly many: ManyReviews;
  readonly lines: readonly ReviewableLine[];
}

/** Ticks all that the filter shows, or none. */
export function TickAll({ many: { chosen, chooseAll }, lines }: Props) {
  const tickable = lines.filter(isDecidable);
  return (
    <label class="tick-all">
      <input
        type="checkbox"
        disabled={tickable.length === 0}
        checked={tickable.length > 0 && tickable.every(({ agency }) => chosen.has(agency))}
        onChange={(event) => chooseAll(tickable, event.currentTarget.checked)}
      />
      Chọn
    </label>
  );
}

interface OneProps extends Omit<Props, 'lines'> {
  readonly line: ReviewableLine;
  readonly name: string;
}

/** Ticks one report. */
export const TickOne = ({ many: { chosen, toggle }, line, name }: OneProps) => (
  <label>
    <input
      type="checkbox"
      aria-label={`Chọn ${name}`}
      disabled={!isDecidable(line)}
      checked={chosen.has(line.agency)}
      onChange={() => toggle(line)}
    />
  </label>
);
