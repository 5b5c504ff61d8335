const NAME = 'phuluc-khoa';

/** The access key of whoever sits at this machine. Excel's frames may refuse storage: then the key lasts as long as the page. */
export function ownKey(): string | null {
  try {
    return localStorage.getItem(NAME);
  } catch {
    return null;
  }
}

/** Keeps the key on this machine alone; null forgets it. Returns whether it was kept. */
export function keepKey(key: string | null): boolean {
  try {
    if (key === null) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, key);
    return true;
  } catch {
    return false;
  }
}
