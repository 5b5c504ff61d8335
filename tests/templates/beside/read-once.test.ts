import type { Day } from '../../../core/day.ts';
import { finding } from '../../../core/findings/finding.ts';
import type { Period } from '../../../core/plan/period.ts';
import { readingTookTooLong } from '../../../core/rules/files.ts';
import { MOST_READINGS, readOnce } from '../../../templates/beside/read-once.ts';
import type { ReadsUploads } from '../../../templates/beside/reading-pool.ts';
import { readUpload, type Upload } from '../../../templates/upload/read-upload.ts';
import { context } from '../../support/a-form.ts';

const A_DAY = '2026-11-30' as Day;
const nothing: Upload = { identity: null, report: null, findings: [], places: new Map(), modified: null };

/** A reader that counts what it reads. */
function aCountingReader(answer: (bytes: Uint8Array) => Upload | 'busy' = () => nothing) {
  const read: number[] = [];
  const reader: ReadsUploads = {
    read: async (bytes) => {
      read.push(bytes[0] ?? 0);
      return answer(bytes);
    },
    readSome: async () => 'busy',
    mark: async () => 'busy',
    document: async () => 'busy',
    compare: async () => 'busy',
    plan: async () => 'busy',
    planFaults: async () => 'busy',
    warm: () => {},
    end: async () => {},
  };
  return { read, reader: readOnce(reader) };
}

test('the same bytes are read once, whoever sends them', async () => {
  const { read, reader } = aCountingReader((bytes) => readUpload(bytes, context));
  const first = await reader.read(Uint8Array.of(1), context, 'a');
  expect(await reader.read(Uint8Array.of(1), { ...context }, 'b')).toBe(first);
  expect(read).toEqual([1]);
});

test('other bytes are read', async () => {
  const { read, reader } = aCountingReader();
  for (const byte of [1, 2, 1]) await reader.read(Uint8Array.of(byte), context, 'a');
  expect(read).toEqual([1, 2]);
});

test('what is held against something else is read again', async () => {
  const { read, reader } = aCountingReader();
  const others = [
    { ...context, today: A_DAY },
    { ...context, expected: '2027' as Period },
    { ...context, plan: { ...context.plan } },
    { ...context, agencies: [...context.agencies] },
  ];
  for (const other of [context, ...others, ...others]) await reader.read(Uint8Array.of(1), other, 'a');
  expect(read).toHaveLength(1 + others.length);
});

test('who was turned away, and what took too long, is read another time', async () => {
  for (const answer of ['busy' as const, { ...nothing, findings: [finding(readingTookTooLong, {})] }]) {
    const { read, reader } = aCountingReader(() => answer);
    for (let k = 0; k < 2; k++) expect(await reader.read(Uint8Array.of(1), context, 'a')).toBe(answer);
    expect(read).toEqual([1, 1]);
  }
});

test('the oldest reading is forgotten first', async () => {
  const { read, reader } = aCountingReader();
  for (let byte = 0; byte <= MOST_READINGS; byte++) await reader.read(Uint8Array.of(byte), context, 'a');
  await reader.read(Uint8Array.of(1), context, 'a');
  await reader.read(Uint8Array.of(0), context, 'a');
  expect(read).toEqual([...Array(MOST_READINGS + 1).keys(), 0]);
});

test('a report full of text is not kept', async () => {
  const entry = { status: 'done', summary: 'a'.repeat(70_000) };
  const long = { ...nothing, report: { indicators: {}, tasks: { 'PL2.1': entry } } } as unknown as Upload; // of a report only its texts count
  const { read, reader } = aCountingReader(() => long);
  for (let k = 0; k < 2; k++) await reader.read(Uint8Array.of(1), context, 'a');
  expect(read).toEqual([1, 1]);
});
