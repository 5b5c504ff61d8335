/** 64 hex digits in eight groups, so that two people can compare them aloud. */
export const groupedHash = (sha256: string): string => (sha256.match(/.{1,8}/g) ?? []).join(' ');
