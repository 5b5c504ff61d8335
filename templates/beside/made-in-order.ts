/**
 * What is made of each, in order, some of them at once and no more ahead of whoever takes them. Rejects where one is not made, in its turn.
 * It ends when nothing is being made any more, also where nobody wants the rest.
 */
export async function* madeInOrder<Item, Made>(
  items: readonly Item[],
  atOnce: number,
  make: (item: Item) => Promise<Made>,
): AsyncGenerator<Made> {
  const making: Promise<Made>[] = [];
  try {
    for (const item of items) {
      const made = make(item);
      made.catch(() => {}); // thrown when its turn comes
      making.push(made);
      if (making.length >= atOnce) yield await (making.shift() as Promise<Made>); // it was pushed
    }
    for (let made = making.shift(); made; made = making.shift()) yield await made;
  } finally {
    await Promise.allSettled(making);
  }
}
