import { useLayoutEffect } from 'preact/hooks';

/**
 * What a part does when it comes onto the page, and undoes when it goes: in the same turn as that is drawn. A usual effect waits for the next
 * painting, both to begin and to end, on a busy machine for long: what happens in between is heard by nobody, a key pressed in between
 * goes elsewhere, and what comes to an end for somebody who has just left is still kept. It ends before what comes in its place is there.
 */
export const useAtOnce: typeof useLayoutEffect = (act, keys) => useLayoutEffect(act, keys);
