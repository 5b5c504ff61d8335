import { measureOf } from '../../../core/measures/measure-of.ts';
import { passportOf, passportsOf } from '../../../core/passport/passport.ts';
import { CELL_STATE_WORDS } from '../../../core/wording/labels.ts';
import { obligationsIn } from '../../support/a-form.ts';
import { fc } from '../../support/properties.ts';
import { matrixOf, someReports } from '../../support/some-reports.ts';

const obligations = obligationsIn('2026');

test('each row that the period asks for has a passport with a part for each of its cells, whose source is that of the cell', () => {
  fc.assert(
    fc.property(someReports('2026'), (reports) => {
      const matrix = matrixOf(reports, obligations);
      const passports = passportsOf({ obligations, matrix });
      const rows = [...matrix.indicators, ...matrix.tasks].filter(({ verdict }) => verdict !== 'not-due');
      expect(passports.map(({ row }) => row)).toEqual(rows.map(({ id }) => id));
      for (const [k, { parts }] of passports.entries()) {
        const cells = rows[k]!.cells;
        expect(parts.map(({ agency }) => agency).toSorted()).toEqual(Object.keys(cells).toSorted());
        for (const { agency, source, says, use } of parts)
          expect([source, says !== '', use !== '']).toEqual([cells[agency]?.source ?? null, true, true]);
      }
    }),
    { numRuns: 15 },
  );
});

test('figure, counts and method are those of the row’s measure, and silence is told as such', () => {
  const [reports] = fc.sample(someReports('2026'), { numRuns: 1, seed: 3 });
  const ground = { obligations, matrix: matrixOf(reports!, obligations) };
  for (const indicator of obligations.plan.indicators) {
    const passport = passportOf(ground, indicator.id);
    const row = ground.matrix.indicators.find(({ id }) => id === indicator.id)!;
    if (row.verdict === 'not-due') expect(passport).toBeNull();
    else {
      const judged = measureOf(indicator).resultOf(row.result);
      expect([passport?.result, passport?.counts, (passport?.method.length ?? 0) > 10]).toEqual([
        judged?.text ?? null,
        judged?.counts ?? null,
        true,
      ]);
      for (const { agency, says } of passport?.parts ?? [])
        if (row.cells[agency]?.state === 'not-reported') expect(says).toBe(CELL_STATE_WORDS['not-reported']);
    }
  }
  expect(passportOf(ground, 'PL1.KHONG')).toBeNull();
});
