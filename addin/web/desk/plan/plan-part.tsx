import { failed, ok } from '../../../../core/result.ts';
import { Opening } from '../../../ui/opening.tsx';
import { useAsked } from '../../../ui/use-asked.ts';
import type { DeskProps } from '../desk-props.ts';

/** Few people change a plan, and seldom: what does it is loaded when somebody asks for it. */
async function loadPanel() {
  const loaded = await import('./plan-panel.tsx').catch(() => null);
  return loaded ? ok(loaded) : failed({ kind: 'offline' } as const);
}

/** The plan in force and its changes, once that is loaded. */
export function PlanPart(props: DeskProps) {
  const asked = useAsked(loadPanel, []);
  if (!asked.value) return <Opening what="Đang mở phần kế hoạch" asking={asked} />;
  const { PlanPanel } = asked.value;
  return <PlanPanel {...props} />;
}
