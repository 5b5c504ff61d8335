/** The first `most` UTF-16 units of a text, one less where the last would be half a surrogate pair. */
export function clipText(text: string, most: number): string {
  const cut = text.slice(0, most);
  return text.length > most && /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/** The text, or its beginning and three dots, in so many UTF-16 units at the most. */
export const abridged = (text: string, longest: number): string => (text.length <= longest ? text : `${clipText(text, longest - 1)}…`);
