/** Where the program lies that opens the page without a network; its scope is the whole origin. */
const PROGRAM = '/service-worker.js';

/**
 * Keeps the page on this machine for a time without a network, once it is loaded itself. Browsers allow it over https and at the
 * machine itself alone; where one refuses, nothing else is lost.
 */
export function keepPage(): void {
  if (!('serviceWorker' in navigator)) return;
  const register = (): void => void navigator.serviceWorker.register(PROGRAM).catch(() => undefined);
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
}
