import { useState } from 'preact/hooks';
import type { AgencyId } from '../../core/plan/agency.ts';
import type { Period } from '../../core/plan/period.ts';
import type { RowId } from '../../core/plan/plan.ts';

export type Remarks = Readonly<Partial<Record<RowId, string>>>;

const PREFIX = 'phuluc-y-kien ';

/**
 * Remarks being written about one report. They outlive other tabs of the desk, other reports and a reload of the page, until they are sent.
 */
export function useRemarks(period: Period, agency: AgencyId): readonly [Remarks, (remarks: Remarks) => void] {
  const name = `${PREFIX}${period} ${agency}`;
  const [remarks, setRemarks] = useState(() => kept(name));
  return [
    remarks,
    (next) => {
      setRemarks(next);
      const isEmpty = Object.values(next).every((text) => !text?.trim());
      try {
        if (isEmpty) sessionStorage.removeItem(name);
        else sessionStorage.setItem(name, JSON.stringify(next));
      } catch {
        // Without storage they last as long as the panel stays open.
      }
    },
  ];
}

/** How many rows have a remark that was not sent, of all reports. */
export const remarksKept = (): number =>
  namesKept().reduce((sum, name) => sum + Object.values(kept(name)).filter((text) => text?.trim()).length, 0);

/** Forgets all that was not sent. */
export function dropRemarks(): void {
  for (const name of namesKept()) sessionStorage.removeItem(name);
}

function namesKept(): string[] {
  try {
    return Object.keys(sessionStorage).filter((name) => name.startsWith(PREFIX));
  } catch {
    return [];
  }
}

function kept(name: string): Remarks {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? '{}') as Remarks; // written above
  } catch {
    return {};
  }
}
