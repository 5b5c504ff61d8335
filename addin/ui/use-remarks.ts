import { useState } from 'preact/hooks';
import type { AgencyId } from '../../core/agency.ts';
import type { Period, RowId } from '../../core/plan.ts';

export type Remarks = Readonly<Partial<Record<RowId, string>>>;

/** Remarks being written about one report. They outlive other tabs, other reports and a reload of the page, until they are sent. */
export function useRemarks(period: Period, agency: AgencyId): readonly [Remarks, (remarks: Remarks) => void] {
  const name = `phuluc-y-kien ${period} ${agency}`;
  const [remarks, setRemarks] = useState(() => kept(name));
  return [
    remarks,
    (next) => {
      setRemarks(next);
      try {
        sessionStorage.setItem(name, JSON.stringify(next));
      } catch {
        // Without storage they last as long as the panel stays open.
      }
    },
  ];
}

function kept(name: string): Remarks {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? '{}') as Remarks; // written above
  } catch {
    return {};
  }
}
