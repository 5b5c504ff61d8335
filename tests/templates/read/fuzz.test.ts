import { aFilledFile } from '../../support/a-filled-file.ts';
import { context, TINH_KHE } from '../../support/a-form.ts';
import { fuzzReading } from '../../support/fuzz-reading.ts';

test('four hundred mutants of a form are each read, or told what is wrong with them', async () => {
  const { faults, same, told, other } = fuzzReading(await aFilledFile(TINH_KHE), context, { count: 400, seed: 20261129 });
  expect(faults).toEqual([]);
  expect(same + told + other).toBe(400);
  expect(told).toBeGreaterThan(100);
});
