import { loadedPart } from '../../ui/loaded-part.tsx';
import type { AgencyPeriod } from './agency-period.ts';
import type { Work } from './work.ts';

interface Props {
  readonly place: AgencyPeriod;
  readonly work: Work;
}

/** Filling in on the page; what fills in is loaded when somebody asks for it. */
export const EnteringStep = loadedPart<Props>('Đang mở phần nhập số liệu', async () => (await import('./entry/entry-part.tsx')).EntryPart);
