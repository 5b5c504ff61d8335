import { keptUnder, storageOfKey, storagesHere } from './own-key.ts';

/** A text of an agency's that stays where its key stays: with the tab, or on the machine where that was ticked. */
const PREFIX = 'phuluc-nhap';
/** More than a report can hold that is taken; the storage of an origin holds some five times as much. */
const LONGEST = 1_000_000;

const prefixOf = (owner: string): string => `${PREFIX}/${owner}/`;
const nameOf = (agency: string, name: string): string => `${prefixOf(keptUnder(agency))}${name}`;

/** The text of that name, of this tab first; null where there is none. */
export function keptText(agency: string, name: string): string | null {
  for (const storage of storagesHere()) {
    const text = storage.getItem(nameOf(agency, name));
    if (text !== null) return text;
  }
  return null;
}

/** Returns whether it was kept: nobody may be signed in, the storage may be full, or the text too long. */
export function keepText(agency: string, name: string, text: string): boolean {
  const storage = storageOfKey();
  if (!storage || text.length > LONGEST) return false;
  try {
    storage.setItem(nameOf(agency, name), text);
    return true;
  } catch {
    return false;
  }
}

export function dropText(agency: string, name: string): void {
  for (const storage of storagesHere()) storage.removeItem(nameOf(agency, name));
}

/** The names of all texts of an agency, those of agencies whose reports it sends too. */
export function keptNames(agency: string): readonly string[] {
  const prefix = prefixOf(keptUnder(agency));
  return [...new Set(storagesHere().flatMap((storage) => Object.keys(storage)))].flatMap((name) =>
    name.startsWith(prefix) ? [name.slice(prefix.length)] : [],
  );
}

/** Leaves no text that an agency has written in these places, usually nowhere on this machine, whoever keeps a key here now. */
export function dropTexts(agency: string, places: readonly Storage[] = storagesHere()): void {
  for (const storage of places) for (const name of Object.keys(storage)) if (name.startsWith(prefixOf(agency))) storage.removeItem(name);
}
