/** What is made of each, in order, some of them at once. Rejects where one is not made, in its turn. */
export async function* madeInOrder<Item, Made>(
  items: readonly Item[],
  atOnce: number,
  make: (item: Item) => Promise<Made>,
): AsyncGenerator<Made> {
  const making: Promise<Made>[] = [];
  for (const item of items) {
    const made = make(item);
    made.catch(() => {}); // thrown when its turn comes
    making.push(made);
    if (making.length >= atOnce) yield await (making.shift() as Promise<Made>); // it was pushed
  }
  for (const made of making) yield await made;
}
