import type { PeriodLine } from '../../../contract/period-line.ts';
import { Opening } from '../../ui/opening.tsx';
import type { SignedIn } from '../../ui/sign-in.tsx';
import { CheckedFile } from './checked-file.tsx';
import { ChooseFile } from './choose-file.tsx';
import { Clash } from './clash.tsx';
import { GetForm } from './get-form.tsx';
import type { Place } from './place.ts';
import { Reading } from './reading.tsx';
import { Received } from './received.tsx';
import { Remarks } from './remarks.tsx';
import { Kept, Refused, Sending } from './sending.tsx';
import { Situation } from './situation.tsx';
import type { Step } from './state.ts';
import { useWork } from './use-work.ts';
import { Versions } from './versions.tsx';
import type { Work } from './work.ts';

/** The report of one agency in one period, from the form to the receipt. */
export function Workspace({ session, period }: { readonly session: SignedIn; readonly period: PeriodLine }) {
  const { state, work } = useWork(session, period);
  if (state.kind !== 'open') {
    const { setback, trouble } = { setback: null, trouble: null, ...state };
    const again = (): void => void work.open();
    return <Opening what="Đang mở báo cáo của đơn vị" asking={{ setback, refused: trouble, again }} />;
  }
  const { place, step } = state;
  const isIdle = step.kind === 'choosing';
  return (
    <>
      <Situation place={place} at={new Date()} />
      {place.inForce && (isIdle || step.kind === 'checked') && <Remarks inForce={place.inForce} plan={place.ground.plan} />}
      {isIdle && <GetForm work={work} hasReport={place.inForce !== null} />}
      <StepView step={step} place={place} work={work} />
      {isIdle && <Versions place={place} api={session.api} />}
    </>
  );
}

/** Exhaustive: a step without a view does not compile. */
function StepView({ step, place, work }: { readonly step: Step; readonly place: Place; readonly work: Work }) {
  const { utcOffset } = place.ground.plan.reporting;
  switch (step.kind) {
    case 'choosing':
      return <ChooseFile work={work} trouble={step.trouble} unfinished={step.unfinished} utcOffset={utcOffset} />;
    case 'reading':
      return <Reading file={step.file} stage={step.stage} onStop={work.stop} />;
    case 'checked':
      return <CheckedFile step={step} place={place} work={work} />;
    case 'sending':
      return <Sending step={step} />;
    case 'kept':
      return <Kept step={step} work={work} utcOffset={utcOffset} />;
    case 'clash':
      return <Clash step={step} place={place} work={work} />;
    case 'refused':
      return <Refused step={step} work={work} plan={place.ground.plan} />;
    case 'received':
      return <Received receipt={step.receipt} place={place} onDone={() => work.putAway()} />;
  }
}
