import type { Page } from 'playwright-core';

const PRESSED = [
  ...[
    'button',
    'summary',
    'select',
    'nav a',
    'main a',
    'a.button',
    'label.button',
    'label.check',
    'input:not([type=checkbox], [type=radio])',
  ],
  ...['.grid-row', '.group-head', ':is(td, th) label'],
].join();

/** What a page lets people press that is too low for a finger (44 px), with its height; a link within a sentence counts with its room. */
export const tooSmall = (page: Page): Promise<(readonly [what: string, height: number])[]> =>
  page.evaluate(
    (pressed) =>
      [...document.querySelectorAll(pressed)]
        .filter((one) => !one.matches('.visually-hidden, .skip'))
        .map((one) => [one.outerHTML.slice(0, 90), one.getBoundingClientRect().height] as const)
        .filter(([, height]) => height > 0 && height < 44)
        .concat([...document.querySelectorAll(':is(td, th) > input')].map((one) => [one.outerHTML.slice(0, 90), 0] as const)),
    PRESSED,
  );
