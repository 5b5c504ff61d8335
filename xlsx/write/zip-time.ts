/** Zip entries carry a time without a zone: a date in local time reads the same on every machine. */
export const STAMPED = new Date(2026, 0, 8, 12, 0, 0);
