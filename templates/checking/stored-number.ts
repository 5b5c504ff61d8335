/** A number as it is stored to fifteen digits, with a decimal comma: programs that save a file keep no more of it. What is no number stays. */
export function storedNumberText(stored: string): string {
  const number = Number(stored);
  return stored.trim() === '' || !Number.isFinite(number) ? stored : String(Number(number.toPrecision(15))).replace('.', ',');
}

/** Of two numbers that programs stored to fifteen digits, of which some cut and some round what comes after. */
const NEAR = 1e-14;

/** Whether two stored numbers are one. */
export const isSameNumber = (one: number, other: number): boolean =>
  one === other || Math.abs(one - other) <= NEAR * Math.max(Math.abs(one), Math.abs(other));
