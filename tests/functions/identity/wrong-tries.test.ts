import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { wrongTries } from '../../../functions/identity/wrong-tries.ts';
import { fc } from '../../support/properties.ts';

const start = Date.parse('2026-11-20T01:00:00Z');
let now: number;
const aCounter = () => wrongTries(() => now);
const tries = (count: number, wrongTry: (address: string) => number | null, address = '10.0.0.1') =>
  Array.from({ length: count }, () => wrongTry(address));

beforeEach(() => {
  now = start;
});

test('twenty tries are free, the next waits for the rest of the minute', () => {
  const wrongTry = aCounter();
  expect(tries(20, wrongTry)).toEqual(Array(20).fill(null));
  now += 12_300;
  expect(tries(3, wrongTry)).toEqual([48, 48, 48]);
});

test('tries that were turned away do not make the wait longer', () => {
  const wrongTry = aCounter();
  tries(1000, wrongTry);
  now += 59_999;
  expect(wrongTry('10.0.0.1')).toBe(1);
  now += 1;
  expect(tries(21, wrongTry)).toEqual([...Array(20).fill(null), 60]);
});

test('any minute counts, not the minute of the clock', () => {
  const wrongTry = aCounter();
  tries(10, wrongTry);
  now += 40_000;
  tries(10, wrongTry);
  expect(wrongTry('10.0.0.1')).toBe(20);
  now += 20_000;
  expect(tries(11, wrongTry)).toEqual([...Array(10).fill(null), 40]);
});

test('one address does not answer for another', () => {
  const wrongTry = aCounter();
  tries(25, wrongTry);
  expect(wrongTry('10.0.0.2')).toBeNull();
});

test('of 10,000 addresses and one the one that was quiet longest is forgotten', () => {
  const wrongTry = aCounter();
  tries(20, wrongTry, 'quiet');
  for (let k = 0; k < 9_999; k++) tries(k === 9_000 ? 20 : 1, wrongTry, `address ${k}`);
  expect(wrongTry('quiet')).toBe(60);
  expect(wrongTry('one more')).toBeNull();
  expect([wrongTry('quiet'), wrongTry('address 9000')]).toEqual([null, 60]);
});

test('many addresses, however long, take little memory', () => {
  const wrongTry = aCounter();
  const before = heapUsed();
  for (let k = 0; k < 30_000; k++) wrongTry(Buffer.alloc(8_000, `${k} `).toString());
  expect(heapUsed() - before).toBeLessThan(16 * 1024 * 1024);
  expect(wrongTry('10.0.0.1')).toBeNull();
});

function heapUsed(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}

test('in no minute are more than twenty tries free, and whoever waits as told has one', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 9_000 }), { maxLength: 200 });
  fc.assert(
    fc.property(gaps, (pauses) => {
      now = start;
      const wrongTry = aCounter();
      const free: number[] = [];
      for (const pause of pauses) {
        now += pause;
        const wait = wrongTry('10.0.0.1');
        if (wait === null) free.push(now);
        else {
          expect(wait).toBeGreaterThanOrEqual(1);
          expect(wait).toBeLessThanOrEqual(60);
          now += wait * 1000;
          expect(wrongTry('10.0.0.1')).toBeNull();
          free.push(now);
        }
        expect(free.filter((at) => now - at < 60_000).length).toBeLessThanOrEqual(20);
      }
    }),
  );
});
