/**
 * The media type that the client likes best among those offered (RFC 9110, Accept); the first one when it says nothing or nothing that
 * fits.
 */
export function chosen<T extends string>(accept: string | null, offered: readonly [T, ...T[]]): T {
  const wishes = (accept ?? '')
    .split(',')
    .map((part) => {
      const [range = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
      const quality = parameters.find((text) => text.startsWith('q='));
      return { range, quality: quality ? Number(quality.slice(2)) : 1 };
    })
    .filter(({ range, quality }) => range !== '' && quality > 0)
    .sort((one, two) => two.quality - one.quality);
  for (const { range } of wishes) {
    const found = offered.find(
      (type) => range === '*/*' || range === type || (range.endsWith('/*') && type.startsWith(range.slice(0, -1))),
    );
    if (found) return found;
  }
  return offered[0];
}
