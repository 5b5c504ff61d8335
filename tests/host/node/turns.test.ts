import { turns } from '../../../host/node/turns.ts';

test('callers go on in the order in which they asked, and what is ready in between is not held up by them', async () => {
  const turn = turns();
  const order: string[] = [];
  const callers = ['first', 'second', 'third'].map((name) => turn('one').then(() => order.push(name)));
  await turn('one');
  await Promise.all(callers);
  expect(order).toEqual(['first', 'second', 'third']);
});

test('each has a turn of the event loop of its own', async () => {
  const turn = turns();
  let loops = 0;
  let counting = true;
  const count = (): void => {
    loops++;
    if (counting) setImmediate(count);
  };
  setImmediate(count);
  const seen = await Promise.all([1, 2, 3].map(() => turn('one').then(() => loops)));
  counting = false;
  expect(new Set(seen).size).toBe(3);
});

test('whoever asks for a hundred things at once holds the others up by one of them', async () => {
  const turn = turns();
  const order: string[] = [];
  const ask = (who: string): Promise<number> => turn(who).then(() => order.push(who));
  const many = Array.from({ length: 100 }, () => ask('many'));
  const others = ['one', 'two'].map(ask);
  await Promise.all([...many, ...others]);
  expect(order.slice(0, 3).sort()).toEqual(['many', 'one', 'two']);
  expect(order).toHaveLength(102);
});
