import { diceOf } from '../../../demo/made-up/dice.ts';
import { steer } from '../../../demo/made-up/steer.ts';
import { fc } from '../../support/properties.ts';

const aShare = fc.nat(5000).chain((denominator) => fc.record({ numerator: fc.nat(denominator), denominator: fc.constant(denominator) }));

describe('steering', () => {
  test('reaches the wanted sum to the unit and leaves every part within its whole', () => {
    fc.assert(
      fc.property(fc.array(aShare, { maxLength: 60 }), fc.double({ min: 0, max: 1, noNaN: true }), (shares, rate) => {
        const numerators = steer(shares, rate);
        const whole = shares.reduce((sum, { denominator }) => sum + denominator, 0);
        expect(numerators.reduce((sum, one) => sum + one, 0)).toBe(Math.round(rate * whole));
        expect(numerators.every((one, k) => one >= 0 && one <= shares[k]!.denominator)).toBe(true);
      }),
    );
  });

  test('dice of one seed always fall alike', () => {
    const draws = () =>
      Array.from(
        { length: 3 },
        (
          (dice) => () =>
            dice.between(1, 1000)
        )(diceOf('seed', 1)),
      );
    expect(draws()).toEqual(draws());
    expect(draws()).toEqual([882, 387, 551]);
  });
});
