import type { AgencyId } from '../../core/plan/agency.ts';
import type { Period } from '../../core/plan/period.ts';
import type { Draft } from './draft.ts';

const [DATABASE, DRAFTS] = ['phuluc-ban-nhap', 'drafts'];
/** Periods are digits, which stand before this letter. */
const allOf = (agency: AgencyId): IDBKeyRange => IDBKeyRange.bound(`${agency}/`, `${agency}/~`);
const nameOf = (agency: AgencyId, period: Period): string => `${agency}/${period}`;

/** The draft of an agency's report on this machine; null where there is none, or the browser keeps nothing. */
export async function draftOf(agency: AgencyId, period: Period): Promise<Draft | null> {
  try {
    return (await inStore('readonly', (store) => store.get(nameOf(agency, period)))) ?? null;
  } catch {
    return null;
  }
}

/** Every draft of an agency on this machine. */
export async function draftsOf(agency: AgencyId): Promise<readonly Draft[]> {
  try {
    return await inStore<Draft[]>('readonly', (store) => store.getAll(allOf(agency)));
  } catch {
    return [];
  }
}

/** Leaves no draft of an agency on this machine. */
export async function dropDraftsOf(agency: AgencyId): Promise<void> {
  try {
    await inStore('readwrite', (store) => store.delete(allOf(agency)));
  } catch {
    // Where nothing could be kept there is nothing to drop.
  }
}

/** Returns whether it was kept: a private window may refuse. */
export async function keepDraft(agency: AgencyId, period: Period, draft: Draft): Promise<boolean> {
  try {
    await inStore('readwrite', (store) => store.put(draft, nameOf(agency, period)));
    return true;
  } catch {
    return false;
  }
}

export async function dropDraft(agency: AgencyId, period: Period): Promise<void> {
  try {
    await inStore('readwrite', (store) => store.delete(nameOf(agency, period)));
  } catch {
    // Where nothing could be kept there is nothing to drop.
  }
}

async function inStore<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open();
  try {
    return await new Promise<T>((done, broke) => {
      const transaction = database.transaction(DRAFTS, mode);
      const request = act(transaction.objectStore(DRAFTS));
      transaction.oncomplete = () => done(request.result);
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
