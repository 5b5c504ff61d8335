/** A number as it is stored to fifteen digits, with a decimal comma: programs that save a file keep no more of it. What is no number stays. */
export function storedNumberText(stored: string): string {
  const number = Number(stored);
  return stored.trim() === '' || !Number.isFinite(number) ? stored : String(Number(number.toPrecision(15))).replace('.', ',');
}
