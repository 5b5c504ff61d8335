import { keepText, keptText } from './kept-texts.ts';

const NAME = 'nguoi-lap';

/** Who draws reports up at this machine, as they named themselves; empty where nobody has. It stays and goes with the key. */
export const preparedByHere = (agency: string): string => keptText(agency, NAME) ?? '';

export const keepPreparedBy = (agency: string, name: string): boolean => keepText(agency, NAME, name);
