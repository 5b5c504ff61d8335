import { useCallback, useEffect, useState } from 'preact/hooks';
import { changedQuery, type DeskQuery, type Go, readQuery } from './desk-query.ts';

/** The desk's state in the address: back and forward work, and a link shows another person the same. */
export function useDeskQuery(): readonly [DeskQuery, Go] {
  const [address, setAddress] = useState(() => readQuery(location.search));
  useEffect(() => {
    const onMove = () => setAddress(readQuery(location.search));
    addEventListener('popstate', onMove);
    return () => removeEventListener('popstate', onMove);
  }, []);
  const go = useCallback<Go>((change, how = 'push') => {
    const query = changedQuery(readQuery(location.search), change);
    if (how === 'push') history.pushState(null, '', query);
    else history.replaceState(null, '', query);
    setAddress(readQuery(query));
  }, []);
  return [address, go];
}
