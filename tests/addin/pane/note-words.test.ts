import fc from 'fast-check';
import { renewedNote, signedNote } from '../../../addin/pane/consolidator/note-words.ts';

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

test('a note that nothing shows to be ours stays as it is', () => {
  for (const text of ['việc riêng', 'xem Lần nộp 1 · 08:00 22/11/2026', '— Phụ lục số', ''])
    expect([renewedNote(text, NEW), renewedNote(text, null)]).toEqual([text, text]);
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
