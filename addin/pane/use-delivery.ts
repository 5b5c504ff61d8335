import type { Receipt } from '../../contract/receipt.ts';
import { agencyName } from '../../core/plan/agency.ts';
import { troubleText } from '../api/trouble.ts';
import type { WorkbookPort } from '../excel/port.ts';
import { useUnsaved } from '../ui/unsaved.ts';
import { useAtOnce } from '../ui/use-at-once.ts';
import { useGone } from '../ui/use-gone.ts';
import { deliver, prepare } from './deliver.ts';
import type { Delivery, FormEvent, FormState, ReportSituation } from './form-state.ts';
import { keepReceipt } from './kept-receipt.ts';
import { loadSituation } from './load-situation.ts';
import { receiptSheet } from './receipt-sheet.ts';
import { NO_PERIOD, troubleSentence } from './trouble-text.ts';

/** What a person decides about sending. */
export interface Delivering {
  /** Sends the form as it stands in the workbook, over the version in force that the person sees. */
  readonly submit: (over: ReportSituation) => Promise<void>;
  /** Leaves the version of somebody else in force. */
  readonly keepTheirs: () => Promise<void>;
}

/**
 * Sending, whatever part of the pane is shown: an attempt goes out, again where the server was not reached, and its receipt goes into the
 * workbook.
 */
export function useDelivery({ situation, delivery }: FormState, port: WorkbookPort, dispatch: (event: FormEvent) => void): Delivering {
  const isOver = useGone();
  const change = (next: Delivery): void => dispatch({ kind: 'delivery-changed', delivery: next });

  /** Asks anew what the server has, for a period may have been closed meanwhile. */
  const reloadSituation = async (): Promise<void> => {
    const found = await loadSituation(situation.session, {
      period: situation.ground.period.period,
      agency: situation.checkContext.agency,
    });
    if (!found.ok) dispatch({ kind: 'failed', why: troubleText(found.error) });
    else if (!found.value) dispatch({ kind: 'failed', why: NO_PERIOD });
    else dispatch({ kind: 'situation-loaded', situation: found.value });
  };
  /** Into the workbook itself: once for people, as a sheet, once for the pane. */
  const keep = async (receipt: Receipt): Promise<void> => {
    await keepReceipt(port, receipt);
    if (isOver.current) return;
    const { agencies, plan } = situation.ground;
    const names = { agency: agencyName(agencies, receipt.agency), by: agencyName(agencies, receipt.by) };
    const written = await port.addSheet(receiptSheet(receipt, names, plan, location.origin));
    if (!written.ok) dispatch({ kind: 'failed', why: `Chưa ghi được trang tính Biên nhận vào sổ. ${troubleSentence(written.error)}` });
  };

  useAtOnce(() => {
    if (delivery.kind !== 'under-way') return;
    let isLate = false;
    void deliver(delivery.attempt).then(async (outcome) => {
      if (isLate) return; // whoever has signed out is not brought back by an answer that came late
      change(outcome);
      if (outcome.kind === 'received') await keep(outcome.receipt);
      if (outcome.kind === 'received' || outcome.kind === 'refused') await reloadSituation();
    });
    return () => {
      isLate = true;
    };
  }, [delivery]);

  // What was asked to be sent goes out when the server is reached again, as it was: the server counts it once.
  useAtOnce(() => {
    if (delivery.kind !== 'unreached') return;
    const again = (): void => change({ kind: 'under-way', attempt: delivery.attempt });
    const timer = setTimeout(again, Math.max(0, delivery.againAt - Date.now()));
    addEventListener('online', again, { once: true });
    return () => {
      clearTimeout(timer);
      removeEventListener('online', again);
    };
  }, [delivery]);

  const isUnsaved = delivery.kind === 'reading' || delivery.kind === 'under-way' || delivery.kind === 'unreached';
  useUnsaved(isUnsaved ? 'Báo cáo đã bấm gửi nhưng chưa có biên nhận.' : null);

  return {
    async submit(over) {
      const before = delivery.kind === 'unreached' ? delivery.attempt : null;
      change({ kind: 'reading' });
      const prepared = await prepare(over, port, { before, isOver: () => isOver.current });
      if (isOver.current) return;
      change(prepared.ok ? prepared.value : { kind: 'idle' });
      if (!prepared.ok) dispatch({ kind: 'failed', why: troubleSentence(prepared.error) });
    },
    async keepTheirs() {
      change({ kind: 'idle' });
      await reloadSituation();
    },
  };
}
