import { troubleText } from '../api/trouble.ts';
import { SenderChoice } from '../ui/sender-choice.tsx';
import { sendersOf } from '../ui/senders.ts';
import type { FormEvent, ReportSituation } from './form-state.ts';
import { loadSituation } from './load-situation.ts';

interface Props {
  readonly situation: ReportSituation;
  readonly dispatch: (event: FormEvent) => void;
}

/** Whose report a workbook becomes that says of no agency that it is hers; nothing where the signed-in one sends for nobody else. */
export function ForWhom({ situation: { session, ground, checkContext }, dispatch }: Props) {
  const change = async (agency: string): Promise<void> => {
    const found = await loadSituation(session, { period: ground.period.period, agency });
    if (!found.ok) dispatch({ kind: 'failed', why: troubleText(found.error) });
    else if (found.value) dispatch({ kind: 'situation-loaded', situation: found.value });
  };
  return <SenderChoice senders={sendersOf(session.me)} chosen={checkContext.agency} onChoose={(agency) => void change(agency)} />;
}
