const VERSION = /^[1-9]\d{0,5}$/;

/** The number of a version in a URL; null where it is none. */
export const versionNumber = (text: string | undefined): number | null => (VERSION.test(text ?? '') ? Number(text) : null);
