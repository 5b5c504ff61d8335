import { useState } from 'preact/hooks';
import { Opening } from '../../../ui/opening.tsx';
import { useAsked } from '../../../ui/use-asked.ts';
import type { DeskProps } from '../desk-props.ts';
import { ChangePlan } from './change-plan.tsx';
import { PlanInForcePart } from './plan-in-force.tsx';
import { PlanTables } from './plan-tables.tsx';

/** The plan in force, and how it is changed: its workbook out, its workbook in, a person looks and confirms. */
export function PlanPanel(props: DeskProps) {
  const { api, plan } = props;
  const [turn, setTurn] = useState(0);
  const asked = useAsked(() => api.planStanding(), [api, turn]);
  const renew = async (): Promise<void> => {
    setTurn((before) => before + 1);
    props.renewPlan();
    await props.reload();
  };
  return (
    <>
      <h2>Kế hoạch</h2>
      {!asked.value || asked.refused || asked.setback ? <Opening what="Đang lấy kế hoạch đang áp dụng" asking={asked} /> : null}
      {asked.value && <PlanInForcePart standing={asked.value.value} plan={plan} nameOf={props.nameOf} />}
      <ChangePlan {...props} onConfirmed={renew} />
      <PlanTables {...props} />
    </>
  );
}
