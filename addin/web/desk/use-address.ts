import { useCallback, useEffect, useState } from 'preact/hooks';
import { changedAddress, type DeskQuery, type Go, readAddress } from './address.ts';

/** The desk's state in the address: back and forward work, and a link shows another person the same. */
export function useAddress(): readonly [DeskQuery, Go] {
  const [address, setAddress] = useState(() => readAddress(location.search));
  useEffect(() => {
    const onMove = () => setAddress(readAddress(location.search));
    addEventListener('popstate', onMove);
    return () => removeEventListener('popstate', onMove);
  }, []);
  const go = useCallback<Go>((change, how = 'push') => {
    const query = changedAddress(readAddress(location.search), change);
    if (how === 'push') history.pushState(null, '', query);
    else history.replaceState(null, '', query);
    setAddress(readAddress(query));
  }, []);
  return [address, go];
}
