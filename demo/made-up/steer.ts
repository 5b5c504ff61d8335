/** Part and whole of one agency. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/**
 * Numerators moved so that together they are `rate` of all denominators, to the unit, each by as much as it has room for:
 * the province's figure of the demo is chosen (94,96 % beside a target of 95 %), the agencies' figures still differ.
 */
export function steer(shares: readonly Share[], rate: number): number[] {
  const total = (of: (share: Share) => number) => shares.reduce((sum, share) => sum + of(share), 0);
  const wanted = Math.round(rate * total(({ denominator }) => denominator));
  const missing = wanted - total(({ numerator }) => numerator);
  const up = missing > 0;
  const rooms = shares.map(({ numerator, denominator }) => (up ? denominator - numerator : numerator));
  const room = rooms.reduce((sum, one) => sum + one, 0);
  const moves = rooms.map((one) => (room === 0 ? 0 : Math.floor((Math.abs(missing) * one) / room)));
  let rest = Math.abs(missing) - moves.reduce((sum, one) => sum + one, 0);
  return shares.map(({ numerator }, k) => {
    const move = moves[k] ?? 0;
    const more = rest > 0 && move < (rooms[k] ?? 0) ? 1 : 0;
    rest -= more;
    return up ? numerator + move + more : numerator - move - more;
  });
}
