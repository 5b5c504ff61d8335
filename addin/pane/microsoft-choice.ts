const CHOSEN = 'phuluc-microsoft-365';

/** Excel's frames may refuse storage: then the person chooses again. */
function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** Whether somebody signed in with Microsoft 365 here and did not sign out: then the pane asks Office again, silently. */
export const isMicrosoftChosen = (): boolean => storage()?.getItem(CHOSEN) === 'yes';

/** Remembers the choice, of which it says nothing more, or forgets it. */
export function chooseMicrosoft(chosen: boolean): void {
  if (chosen) storage()?.setItem(CHOSEN, 'yes');
  else storage()?.removeItem(CHOSEN);
}
