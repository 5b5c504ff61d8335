import { hasEnoughReported, publicVerdict } from '../../../core/overview/public-verdict.ts';

const row = (reported: number, nothingArose: number, obliged: number, provisional = true) => ({
  coverage: { obliged, reported, nothingArose, noFigure: 0, missing: obliged - reported - nothingArose },
  provisional,
});

test('who says that nothing arose has answered, and exactly the least coverage is enough', () => {
  expect(hasEnoughReported(row(55, 1, 112), 50)).toBe(true);
  expect(hasEnoughReported(row(55, 0, 112), 50)).toBe(false);
  expect(hasEnoughReported(row(1, 0, 3), 34)).toBe(false);
});

test('a figure that one agency states for all is enough', () => {
  expect(hasEnoughReported(row(1, 0, 112, false), 100)).toBe(true);
});

test('a result of too few has no verdict; that there is none is told all the same', () => {
  expect(publicVerdict({ verdict: 'met', result: { level: 3 } }, false)).toBeNull();
  expect(publicVerdict({ verdict: 'met', result: { level: 3 } }, true)).toBe('met');
  expect(publicVerdict({ verdict: 'not-reported', result: null }, false)).toBe('not-reported');
});
