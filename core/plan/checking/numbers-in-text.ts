const NUMBER = /\d+(?:[.,]\d+)*/g;
const THOUSANDS = /\.(?=\d{3}(?!\d))/g;

/** The numbers of a Vietnamese text: "1.200" is twelve hundred, "65,5" has a decimal. */
export const numbersInText = (text: string): number[] =>
  (text.match(NUMBER) ?? [])
    .map((digits) => Number(digits.replace(THOUSANDS, '').replace(',', '.')))
    .filter((number) => !Number.isNaN(number));
