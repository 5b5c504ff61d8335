import { unpackAhead } from '../../../templates/unpack-ahead.ts';
import { readUpload } from '../../../templates/upload/read-upload.ts';
import { aFilledFile } from '../../support/a-filled-file.ts';
import { context, TINH_KHE } from '../../support/a-form.ts';
import { fuzzReading } from '../../support/fuzz-reading.ts';

test('four hundred mutants of a form are each read, or told what is wrong with them, and nothing changes but what was changed', async () => {
  const read = async (bytes: Uint8Array) => readUpload(bytes, context, unpackAhead(bytes));
  const { faults, same, told, other } = await fuzzReading(await aFilledFile(TINH_KHE), read, { count: 400, seed: 20261129 });
  expect(faults).toEqual([]);
  expect(same + told + other).toBe(400);
  expect(told).toBeGreaterThan(100);
  expect(other).toBeGreaterThan(0);
});

test('a report that says something else than the form in silence is a fault', async () => {
  const workbook = await aFilledFile(TINH_KHE);
  let calls = 0;
  const broken = async (bytes: Uint8Array) => {
    const upload = readUpload(bytes, context, unpackAhead(bytes));
    const [row, entry] = Object.entries(upload.report?.indicators ?? {}).find(([, one]) => one?.numerator !== undefined) ?? [];
    if (calls++ === 0 || !upload.report || !row || !entry) return upload;
    return { ...upload, report: { ...upload.report, indicators: { ...upload.report.indicators, [row]: { ...entry, numerator: 1 } } } };
  };
  expect((await fuzzReading(workbook, broken, { count: 60, seed: 1 })).faults.length).toBeGreaterThan(5);
});
