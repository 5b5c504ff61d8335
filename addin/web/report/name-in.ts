import type { Ground } from '../../api/answers.ts';

/** The full name of an agency by its id; any other text as it is. */
export const nameIn = ({ agencies }: Ground, by: string): string => agencies.find(({ id }) => id === by)?.name ?? by;
