import { oncePerObject, oncePerValue } from '../../core/once.ts';

test('an object is looked at once, one that is equal to it is another', () => {
  const seen: object[] = [];
  const names = oncePerObject((one: { name: string }) => {
    seen.push(one);
    return [one.name];
  });
  const [one, alike] = [{ name: 'STC' }, { name: 'STC' }];
  expect(names(one)).toEqual(['STC']);
  expect(names(one)).toBe(names(one));
  expect(names(alike)).not.toBe(names(one));
  expect(seen).toEqual([one, alike]);
});

test('a text is looked at once, whatever comes of it, until as many others came as are remembered', () => {
  const seen: string[] = [];
  const length = oncePerValue(2, (text: string) => {
    seen.push(text);
    return text.length || null;
  });
  expect(['', 'a', '', 'a'].map(length)).toEqual([null, 1, null, 1]);
  expect(seen).toEqual(['', 'a']);
  expect(['bc', 'a', 'bc', ''].map(length)).toEqual([2, 1, 2, null]);
  expect(seen).toEqual(['', 'a', 'bc', 'a', '']);
});
