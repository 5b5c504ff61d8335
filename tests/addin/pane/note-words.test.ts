import { renewedNote, signedNote } from '../../../addin/pane/consolidator/note-words.ts';
import { processorTime } from '../../support/processor-time.ts';
import { fc } from '../../support/properties.ts';

const OLD = signedNote('✕ 90% (900/1.000), Không đạt mức của chỉ tiêu\nLần nộp 1 · 08:00 22/11/2026 · Sở Tài chính');
const NEW = signedNote('✓ 96% (960/1.000), Đạt mức của chỉ tiêu\nLần nộp 2 · 10:00 23/11/2026 · Sở Tài chính');

test('a note of ours becomes the new one, and goes where there is nothing to say', () => {
  expect(OLD).toMatch(/\n— Phụ lục số [0-9a-f]{8} · ghi thêm ở dưới dòng này$/);
  expect([renewedNote(OLD, NEW), renewedNote(OLD, null), renewedNote(OLD, OLD)]).toEqual([NEW, null, OLD]);
  const ofAnotherProgram = OLD.replaceAll('\n', '\r\n').normalize('NFD');
  expect([renewedNote(ofAnotherProgram, NEW), renewedNote(OLD.replaceAll('\n', '\r\n'), OLD)]).toEqual([NEW, OLD.replaceAll('\n', '\r\n')]);
});

test.each([
  ['below our last line', `${OLD}\nđã gọi, hẹn thứ hai`, `${NEW}\nđã gọi, hẹn thứ hai`, 'đã gọi, hẹn thứ hai'],
  ['on our last line', `${OLD} đã gọi`, `${NEW}\nđã gọi`, 'đã gọi'],
  ['above our lines', `Người lập:\n${OLD}`, `Người lập:\n${NEW}`, 'Người lập:'],
  ['between our lines and the last one', OLD.replace('\n—', '\nhỏi lại\n—'), `${NEW}\nhỏi lại`, 'hỏi lại'],
])('words of a person %s stay', (_, standing, renewed, alone) => {
  expect([renewedNote(standing, NEW), renewedNote(standing, null)]).toEqual([renewed, alone]);
  expect(renewedNote(renewed, NEW)).toBe(renewed);
});

test('where our own lines were changed all of them stay below the new ones, once', () => {
  const [figure, version] = OLD.split('\n');
  const changed = `${figure} (hỏi lại)\n${version}`;
  for (const standing of [OLD.replace(figure!, `${figure} (hỏi lại)`), changed]) {
    const renewed = renewedNote(standing, NEW)!;
    expect(renewed).toBe(`${NEW}\n${changed}`);
    expect([renewedNote(renewed, NEW), renewedNote(renewed, OLD), renewedNote(renewed, null)]).toEqual([
      renewed,
      `${OLD}\n${changed}`,
      changed,
    ]);
  }
});

test.each([0, 4, 8])('a letter that somebody typed into our check, behind %i of its letters, is not lost', (at) => {
  const [before, check, behind] = OLD.split(/([0-9a-f]{8})(?= · ghi)/);
  const typed = `${check!.slice(0, at)}b${check!.slice(at)}`;
  expect(renewedNote(`${before}${typed}${behind}`, NEW)).toBe(`${NEW}\n${before}${typed}${behind}`);
});

test('a note that nothing shows to be ours stays as it is', () => {
  for (const text of ['việc riêng', 'xem Lần nộp 1 · 08:00 22/11/2026', '— Phụ lục số', ''])
    expect([renewedNote(text, NEW), renewedNote(text, null)]).toEqual([text, text]);
});

test('what an agency wrote is never taken for our last line, however long it is: a note does not grow', () => {
  const quoted = (version: number, remark: string) => signedNote(`✓ 96%\nLần nộp ${version} · 08:00 22/11/2026\nKhó khăn: ${remark}`);
  for (const remark of [
    'a\n— Phụ lục số 01234567 · ghi thêm ở dưới dòng này\nb',
    'a\r\n— Phụ lục số 01234567',
    'dài '.repeat(16_000),
    'dài\n'.repeat(8_000),
  ]) {
    const notes = [1, 2, 3].map((version) => quoted(version, remark));
    expect(notes[0]!.length).toBeLessThan(10_000);
    const renewed = notes.reduce<string | null>((note, next) => renewedNote(`${note}`, next), `${notes[0]}\nđã gọi`);
    expect(renewed).toBe(`${notes[2]}\nđã gọi`);
  }
});

test('a note that a program saved with other blanks, breaks or without control characters is ours still', () => {
  const odd = signedNote('✓ 9.496\u00a0hồ sơ\nLần nộp 1 · 08:00 22/11/2026\nKhó khăn: a\u000bb\u0001\tc');
  for (const saved of [
    odd.replace('\u00a0', ' '),
    odd.replace('\u000b', '\n').replace('\u0001', ''),
    odd.replace('\t', '    '),
    odd.replaceAll('\n', '\n\n'),
  ])
    expect([renewedNote(saved, NEW), renewedNote(saved, null)]).toEqual([NEW, null]);
});

test('a note that would become longer than Excel takes stays as it is; many lines hold nobody up', () => {
  const words = 'x\n'.repeat(16_000);
  const took = processorTime(() => {
    expect(renewedNote(`${words}${OLD}`, NEW)).toBe(`${words}${NEW}`);
    expect(renewedNote(`${words}${OLD.replace('90%', '91%')}`, NEW)).toMatch(/^✓/);
  });
  expect(took).toBeLessThan(5_000);
  const full = `${OLD}\n${'x'.repeat(32_700 - OLD.length)}`;
  expect(renewedNote(full, signedNote(`${'y'.repeat(200)}`))).toBe(full);
});

test('no word that a person wrote into a note is ever lost, however often it is renewed', () => {
  const place = fc.record({ at: fc.nat(), words: fc.stringMatching(/^[a-zăđ ·—\n]{1,12}$/) });
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 4 }), fc.array(fc.boolean(), { maxLength: 4 }), (written, turns) => {
      let note: string | null = OLD;
      for (const { at, words } of written) note = note.slice(0, at % (note.length + 1)) + words + note.slice(at % (note.length + 1));
      const typed = written.flatMap(({ words }) => [...words].filter((letter) => /[a-zăđ]/.test(letter)));
      for (const isThere of turns) note = note === null ? null : renewedNote(note, isThere ? NEW : null);
      const left = [...(note ?? '')];
      for (const letter of typed) {
        const k = left.indexOf(letter);
        expect([note, letter, k >= 0]).toEqual([note, letter, true]);
        left.splice(k, 1);
      }
    }),
  );
});
