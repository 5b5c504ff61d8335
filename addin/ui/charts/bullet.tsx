import './charts.css';

export interface BulletValues {
  /** On a scale from nought to `end`; null where there is no result. */
  readonly value: number | null;
  readonly target: number;
  readonly end: number;
}

interface Props extends BulletValues {
  /** Another value of the same row to compare with, a ring. */
  readonly beside?: number | null;
  /** Everything that the drawing says, in words. */
  readonly label: string;
}

/** A result as a bar and its target as a line across; without a result the track is hatched, so that it is not read as nought. */
export function Bullet({ value, target, beside = null, end, label }: Props) {
  const at = (one: number): string => `${Math.min(100, Math.max(0, (100 * one) / end)).toFixed(2)}%`;
  return (
    <svg class={value === null ? 'chart bullet none' : 'chart bullet'} role="img" aria-label={label}>
      <rect class="track" width="100%" height="100%" />
      {value !== null && <rect class="bar" y="25%" width={at(value)} height="50%" />}
      {beside !== null && <circle class="beside" cx={at(beside)} cy="50%" r="5" />}
      <line class="goal" x1={at(target)} x2={at(target)} y1="0" y2="100%" />
    </svg>
  );
}
