import { hasVerdictWithheld } from '../../../core/overview/public-verdict.ts';

const row = (reported: number, nothingArose: number, obliged: number, provisional = true) => ({
  coverage: { obliged, reported, nothingArose, noFigure: 0, missing: obliged - reported - nothingArose },
  provisional,
  result: { level: 3 },
});

test('who says that nothing arose has answered, and exactly the least coverage is enough', () => {
  expect(hasVerdictWithheld(row(55, 1, 112), 50)).toBe(false);
  expect(hasVerdictWithheld(row(55, 0, 112), 50)).toBe(true);
  expect(hasVerdictWithheld(row(1, 0, 3), 34)).toBe(true);
});

test('a figure that one agency states for all is enough', () => {
  expect(hasVerdictWithheld(row(1, 0, 112, false), 100)).toBe(false);
});

test('that there is no result is told all the same', () => {
  expect(hasVerdictWithheld({ ...row(0, 0, 112), result: null }, 50)).toBe(false);
});
