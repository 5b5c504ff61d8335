import { failed, ok } from '../../../core/result.ts';
import { Opening } from '../../ui/opening.tsx';
import { useAsked } from '../../ui/use-asked.ts';
import type { AgencyPeriod } from './agency-period.ts';
import type { Work } from './work.ts';

/** What fills in is loaded when somebody asks for it. */
async function loadEntry() {
  const loaded = await import('./entry/entry-part.tsx').catch(() => null);
  return loaded ? ok(loaded) : failed({ kind: 'offline' } as const);
}

/** Filling in on the page, once it is loaded. */
export function EnteringStep({ place, work }: { readonly place: AgencyPeriod; readonly work: Work }) {
  const asked = useAsked(loadEntry, []);
  if (!asked.value) return <Opening what="Đang mở phần nhập số liệu" asking={asked} />;
  const { EntryPart } = asked.value;
  return <EntryPart place={place} work={work} />;
}
