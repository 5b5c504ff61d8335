/** What a stored text says; undefined where there is none or it is no JSON. */
export function storedValue(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
