import { useCallback, useState } from 'preact/hooks';
import { useAtOnce } from '../../ui/use-at-once.ts';
import { changedQuery, type DeskQuery, type Go, readQuery } from './desk-query.ts';

/** The desk's state, kept in the URL's query: back and forward work, and a link shows another person the same. */
export function useDeskQuery(): readonly [DeskQuery, Go] {
  const [query, setQuery] = useState(() => readQuery(location.search, location.hash));
  useAtOnce(() => {
    const onMove = () => setQuery(readQuery(location.search, location.hash));
    addEventListener('popstate', onMove);
    return () => removeEventListener('popstate', onMove);
  }, []);
  const go = useCallback<Go>((change, how = 'push') => {
    const next = changedQuery(readQuery(location.search, location.hash), change);
    const [search = '', hash = ''] = next.split('#');
    if (how === 'push') history.pushState(null, '', next);
    else history.replaceState(null, '', next);
    setQuery(readQuery(search, hash));
  }, []);
  return [query, go];
}
