import type { Plan } from '../../../core/plan/plan.ts';
import { firstPeriodOf } from '../../../core/plan/plan-periods.ts';
import { shortPeriodName } from '../../../core/wording/period-names.ts';
import type { Api } from '../../api/api.ts';
import { troubleText } from '../../api/trouble.ts';

interface Props {
  readonly api: Api;
  readonly plan: Plan;
  readonly onOpened: () => Promise<void>;
  readonly onTrouble: (sentence: string) => void;
}

/** Opens the plan's first period, so that a desk without any is not a dead end. */
export function OpenFirst({ api, plan, onOpened, onTrouble }: Props) {
  const first = firstPeriodOf(plan);
  const open = async (): Promise<void> => {
    const opened = await api.openPeriod(first);
    if (opened.ok) await onOpened();
    else onTrouble(troubleText(opened.error));
  };
  return (
    <button type="button" class="primary" onClick={open}>
      Mở kỳ {shortPeriodName(first)}
    </button>
  );
}
