import { inPieces, jsonPieces } from '../../core/json-pieces.ts';
import { fc } from '../support/properties.ts';

const ENOUGH = 64 * 1024;

const whole = (value: object): string => [...inPieces(jsonPieces(value), ENOUGH)].join('');

test('in pieces a value is the JSON that it is at once', () => {
  fc.assert(fc.property(fc.dictionary(fc.string(), fc.anything()), (value) => whole(value) === JSON.stringify(value)));
  fc.assert(fc.property(fc.dictionary(fc.string(), fc.array(fc.anything())), (value) => whole(value) === JSON.stringify(value)));
});

test('a long list comes in several pieces', () => {
  const value = { from: 'đơn vị', rows: Array.from({ length: 300 }, (_, id) => ({ id, text: 'ấ'.repeat(1000) })), end: undefined };
  expect([...inPieces(jsonPieces(value), ENOUGH)].length).toBeGreaterThan(3);
  expect(whole(value)).toBe(JSON.stringify(value));
});
