import type { FactsByRule } from '../findings/facts.ts';
import { numberText } from '../reading/one-number.ts';
import { fifteenDigits } from '../reading/outcome.ts';
import type { Mend } from './mend.ts';
import type { MendPlace } from './mending.ts';

const DECIMAL = /^(\d{1,3})[.,](\d{1,4})$/;

/** A progress written as a part of the whole and shown as a percentage. */
export const asPercent = (percent: number, { here }: MendPlace): Mend => ({
  kind: 'as-percent',
  percent,
  changes: [here(fifteenDigits(percent / 100), 'percent')],
});

/** 0,4 is 40 % or 0,4 %: both are offered, the likelier first. */
export const mendsOfPartOrPercent = ({ value }: FactsByRule['progress-part-or-percent'], place: MendPlace): readonly Mend[] => [
  asPercent(fifteenDigits(value * 100), place),
  asPercent(value, place),
];

/** A decimal number typed as text: `12,5` has one reading, `0,4` has two. */
export function mendsOfProgressText(place: MendPlace): readonly Mend[] {
  const { value: typed = null, mixed } = place.cell ?? {};
  const [, whole, decimals] = (typeof typed === 'string' && !mixed && DECIMAL.exec(numberText(typed))) || [];
  const value = whole === undefined ? 0 : Number(`${whole}.${decimals}`);
  if (value <= 0 || value > 100) return [];
  return value > 1 ? [asPercent(value, place)] : mendsOfPartOrPercent({ value }, place);
}

/** 40 typed into a `%` cell that did not take it for 40 %. */
export const mendsOfAboveWhole = ({ meant }: FactsByRule['progress-above-whole'], place: MendPlace): readonly Mend[] =>
  meant === null ? [] : [asPercent(meant, place)];
