/** How somebody came in and for which agency, so that it can be forgotten with all that is the agency's, also without a network. */
export interface OwnKey {
  /** Null where Microsoft 365 vouches for the person: what its library has of them it keeps with the tab. */
  readonly key: string | null;
  readonly agency: string;
  /** A one-time code was changed for it, and nobody has said yet that they have kept it: it is shown until then. */
  readonly unsaved?: true;
}

const NAME = 'phuluc-khoa-truy-cap';
/** Keys were kept here unasked by earlier releases. */
const BEFORE = 'phuluc-khoa';
/** What Microsoft's library keeps has names that begin so. */
const OF_MICROSOFT = 'msal.';
/** No period is called so. */
const FOR = 'gui-cho';

/** Comings and goings, of which each ends what was under way for whoever sat here before. */
let comings = 0;

/** Tells from then on whether nobody has come in or left since. */
export function sameSitter(): () => boolean {
  const own = comings;
  return () => own === comings;
}

/** Both storages, the tab's own first; Excel's frames may refuse either. */
export const storagesHere = (): Storage[] =>
  (['sessionStorage', 'localStorage'] as const).flatMap((which) => {
    try {
      return [window[which]];
    } catch {
      return [];
    }
  });

/** What is this tab's alone. */
export const ownStorages = (): Storage[] => storagesHere().filter((storage) => storage !== localOf());

/** The access key of whoever sits at this machine: of this tab, else the one that stays here because somebody ticked that. */
export function ownKey(): OwnKey | null {
  for (const storage of storagesHere()) {
    storage.removeItem(BEFORE);
    const kept = read(storage);
    if (kept) return kept;
  }
  return null;
}

/**
 * The name under which an agency's work is kept here: where somebody sends its report for it, among that somebody's own, so that it goes
 * when they sign out and nobody else comes upon it.
 */
export function keptUnder(agency: string): string {
  const owner = ownKey()?.agency ?? agency;
  return owner === agency ? agency : `${owner}/${FOR}/${agency}`;
}

/** The storage that holds the key, and so what of its agency is to last as long; null where nobody is signed in. */
export const storageOfKey = (): Storage | null => storagesHere().find((storage) => read(storage) !== null) ?? null;

/** Where the key is that signing out would delete; null where none is: nobody is signed in, or Microsoft 365 vouches. */
export function keyKeptBy(): 'tab' | 'machine' | null {
  const storage = storagesHere().find((one) => typeof read(one)?.key === 'string');
  if (!storage) return null;
  return storage === localOf() ? 'machine' : 'tab';
}

/**
 * Keeps the key for this tab, through reloads, and where `stays` on this machine. Where storage is refused it lasts as long as the page.
 */
export function keepKey(key: OwnKey, stays: 'tab' | 'machine' = 'tab'): void {
  comings += 1;
  for (const storage of storagesHere()) {
    const isPlace = (storage === localOf()) === (stays === 'machine');
    try {
      if (storage !== localOf() || isPlace || isOf(key.agency, storage)) storage.removeItem(NAME);
      storage.removeItem(BEFORE);
      if (isPlace) storage.setItem(NAME, JSON.stringify(key));
    } catch {
      // A full or a forbidden storage keeps nothing: so much the safer.
    }
  }
  dropStrangers();
}

/** Forgets an agency's key in these places, usually in this tab and on this machine; what another one keeps on the machine is that one's own. */
export function forgetKey(agency: string, places: readonly Storage[] = storagesHere()): void {
  comings += 1;
  for (const storage of places) {
    if (isOf(agency, storage)) storage.removeItem(NAME);
    storage.removeItem(BEFORE);
  }
  dropStrangers();
}

/** Whether what a storage keeps is this agency's; what nobody can read is everybody's. */
function isOf(agency: string, storage: Storage): boolean {
  const kept = read(storage);
  return kept === null || kept.agency === agency;
}

/** Somebody has kept the key elsewhere: it is not shown any more. */
export function keySaved(): void {
  const storage = storageOfKey();
  const kept = storage && read(storage);
  if (kept) storage.setItem(NAME, JSON.stringify({ key: kept.key, agency: kept.agency } satisfies OwnKey));
}

/** Leaves nothing of Microsoft's library here unless Microsoft vouches for whoever sits here. */
export function dropStrangers(): void {
  if (ownKey()?.key === null) return;
  for (const storage of storagesHere())
    for (const name of Object.keys(storage)) if (name.startsWith(OF_MICROSOFT)) storage.removeItem(name);
}

function localOf(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function read(storage: Storage): OwnKey | null {
  try {
    const { key, agency, unsaved } = JSON.parse(storage.getItem(NAME) ?? '{}') as Partial<OwnKey>; // written above; what somebody else wrote is none
    if (!(typeof key === 'string' || key === null) || typeof agency !== 'string') return null;
    return { key, agency, ...(unsaved && { unsaved }) };
  } catch {
    return null;
  }
}
