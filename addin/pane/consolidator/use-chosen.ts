import { useEffect, useState } from 'preact/hooks';
import type { Agency, AgencyId } from '../../../core/plan/agency.ts';
import type { WorkbookPort } from '../../excel/port.ts';
import { type MatrixPlace, matrixPlace } from './matrix-place.ts';

/** The matrix's cell that is chosen in the workbook; null while any other is. The sheet is read at each choice: it may be sorted or typed over. */
export function useChosen(port: WorkbookPort, agency: ReadonlyMap<AgencyId, Agency>): MatrixPlace | null {
  const [chosen, setChosen] = useState<MatrixPlace | null>(null);
  useEffect(() => {
    let latest = 0;
    let ended = false;
    const heard = port.onSelect(async (place) => {
      const own = ++latest;
      const workbook = await port.read();
      if (ended || own !== latest || !workbook.ok) return;
      setChosen(matrixPlace(workbook.value, place, agency));
    });
    return () => {
      ended = true;
      void heard.then((one) => (one.ok ? one.value() : undefined));
    };
  }, [port, agency]);
  return chosen;
}
