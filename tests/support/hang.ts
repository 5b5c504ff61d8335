/** Longer than this is hanging. A guard, not a measure: machines are noisy, and the bench is where speed is looked at. */
export const HANGS_MS = 20_000;
