import { nameKeys } from '../../../core/reading/name-keys.ts';
import { matchKey } from '../../../core/text.ts';

test.each([
  '1. Tỷ lệ',
  '12. Tỷ lệ',
  '1 Tỷ lệ',
  '12   Tỷ lệ',
  '1.2 Tỷ lệ',
  '1.2.3. Tỷ lệ',
  '10.12 Tỷ lệ',
  '(1) Tỷ lệ',
  '(1.2) Tỷ lệ',
  '1)Tỷ lệ',
  '12)Tỷ lệ',
  '1.) Tỷ lệ',
  '1.)Tỷ lệ',
  'a) Tỷ lệ',
  'a)Tỷ lệ',
  'Đ. Tỷ lệ',
  '- Tỷ lệ',
  '-Tỷ lệ',
  '+   Tỷ lệ',
  '• Tỷ lệ',
])('“%s” is Tỷ lệ with its number or a dash before it', (name) => {
  expect(nameKeys(name)).toEqual([matchKey(name), matchKey('Tỷ lệ')]);
});

test.each(['Tỷ lệ', 'Tỷ lệ 1. Hai', 'Tỷ lệ (a) hai', 'Tỷ lệ - hai', '123. Tỷ lệ', '1Tỷ lệ', 'ab) Tỷ lệ', '.) Tỷ lệ'])(
  '“%s” is a name as it stands',
  (name) => {
    expect(nameKeys(name)).toEqual([matchKey(name)]);
  },
);
