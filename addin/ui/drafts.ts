import type { AgencyId } from '../../core/plan/agency.ts';
import type { Period } from '../../core/plan/period.ts';
import type { Draft } from './draft.ts';
import { dropText, keepText, keptNames, keptText } from './kept-texts.ts';
import { keptUnder } from './own-key.ts';

const [DATABASE, DRAFTS] = ['phuluc-ban-nhap', 'drafts'];
/** Digits and letters stand before this sign. */
const allUnder = (name: string): IDBKeyRange => IDBKeyRange.bound(`${name}/`, `${name}/~`);
const nameOf = (agency: AgencyId, period: Period): string => `${keptUnder(agency)}/${period}`;

/** What was filled in on the page stays where the key stays. */
const FILLED_IN = '/gui';
const filledIn = (period: string): string => `${period}${FILLED_IN}`;

function filledInDraft(agency: AgencyId, name: string): Draft | null {
  try {
    return JSON.parse(keptText(agency, name) ?? 'null'); // written below
  } catch {
    return null;
  }
}

const filledInDrafts = (agency: AgencyId): readonly Draft[] =>
  keptNames(agency).flatMap((name) => (name.endsWith(FILLED_IN) ? (filledInDraft(agency, name) ?? []) : []));

/** The draft of an agency's report on this machine; null where there is none, or the browser keeps nothing. */
export async function draftOf(agency: AgencyId, period: Period): Promise<Draft | null> {
  const own = filledInDraft(agency, filledIn(period));
  if (own) return own;
  try {
    return (await inStore('readonly', (store) => store.get(nameOf(agency, period)))) ?? null;
  } catch {
    return null;
  }
}

/** Every draft of an agency on this machine, and of agencies whose reports it sends. */
export async function draftsOf(agency: AgencyId): Promise<readonly Draft[]> {
  const own = filledInDrafts(agency);
  try {
    return [...((await inStore<Draft[]>('readonly', (store) => store.getAll(allUnder(keptUnder(agency))))) ?? []), ...own];
  } catch {
    return own;
  }
}

/** Leaves no draft on this machine that an agency has written, whoever keeps a key here now. */
export async function dropDraftsOf(agency: AgencyId): Promise<void> {
  try {
    await inStore('readwrite', (store) => store.delete(allUnder(agency)));
  } catch {
    // Where nothing could be kept there is nothing to drop.
  }
}

/**
 * Returns whether it was kept: a private window may refuse, and so does a machine on which nobody is `here` any more by the time that it could
 * be written.
 */
export async function keepDraft(agency: AgencyId, period: Period, draft: Draft, here: () => boolean): Promise<boolean> {
  if (!here()) return false;
  if (draft.bytes === null) return keepText(agency, filledIn(period), JSON.stringify(draft));
  dropText(agency, filledIn(period)); // a period has one draft
  try {
    return await inStore<IDBValidKey>('readwrite', (store) => (here() ? store.put(draft, nameOf(agency, period)) : null)).then(here);
  } catch {
    return false;
  }
}

export async function dropDraft(agency: AgencyId, period: Period): Promise<void> {
  dropText(agency, filledIn(period));
  try {
    await inStore('readwrite', (store) => store.delete(nameOf(agency, period)));
  } catch {
    // Where nothing could be kept there is nothing to drop.
  }
}

/** Null where `act` has nothing to ask. */
async function inStore<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T> | null): Promise<T | null> {
  const database = await open();
  try {
    return await new Promise<T | null>((done, broke) => {
      const transaction = database.transaction(DRAFTS, mode);
      const request = act(transaction.objectStore(DRAFTS));
      transaction.oncomplete = () => done(request === null ? null : request.result);
      transaction.onabort = () => broke(transaction.error);
      transaction.onerror = () => broke(transaction.error);
    });
  } finally {
    database.close();
  }
}

function open(): Promise<IDBDatabase> {
  return new Promise((done, broke) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(DRAFTS);
    request.onsuccess = () => done(request.result);
    request.onerror = () => broke(request.error);
  });
}
