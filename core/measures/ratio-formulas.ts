/** A rate of at least two decimals. */
export const RATE_FORMAT = '0.00%';
