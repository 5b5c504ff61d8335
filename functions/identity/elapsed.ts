/**
 * Milliseconds that have passed since some moment. They never run backwards, whatever is done to the clock of the machine: what is
 * believed or counted for a while is measured by them alone.
 */
export type Elapsed = () => number;

export const elapsedHere: Elapsed = () => performance.now();
