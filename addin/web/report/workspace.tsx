import type { PeriodLine } from '../../../contract/period-line.ts';
import type { AgencyId } from '../../../core/plan/agency.ts';
import type { Api } from '../../api/api.ts';
import { Opening } from '../../ui/opening.tsx';
import type { SignedIn } from '../../ui/sign-in.tsx';
import type { AgencyPeriod } from './agency-period.ts';
import { AgencySituation } from './agency-situation.tsx';
import { CheckedFile } from './checked-file.tsx';
import { ChooseFile } from './choose-file.tsx';
import { Clash } from './clash.tsx';
import { EnteringStep } from './entering-step.tsx';
import { GetForm } from './get-form.tsx';
import { OfferEntry } from './offer-entry.tsx';
import { ReadingStep } from './reading-step.tsx';
import { ReceivedStep } from './received-step.tsx';
import { ReturnedRemarks } from './returned-remarks.tsx';
import { Refused, SendingStep, UnreachedStep } from './sending-step.tsx';
import type { UploadStep } from './upload-state.ts';
import { useWork } from './use-work.ts';
import { Versions } from './versions.tsx';
import type { Work } from './work.ts';

interface Props {
  readonly session: SignedIn;
  /** Whose report it is: the agency that is signed in, or one for which it sends. */
  readonly agency: AgencyId;
  readonly period: PeriodLine;
}

/** The report of one agency in one period, from the form to the receipt. */
export function Workspace({ session, agency, period }: Props) {
  const { state, work } = useWork(session, agency, period);
  if (state.kind !== 'open') {
    const { setback, trouble } = { setback: null, trouble: null, ...state };
    const again = (): void => void work.open();
    return <Opening what="Đang mở báo cáo của đơn vị" asking={{ setback, refused: trouble, again }} />;
  }
  const { place, step } = state;
  const isIdle = step.kind === 'choosing';
  // A closed period takes nothing: what leads to sending is not offered.
  const isOpen = place.ground.period.state === 'open';
  return (
    <>
      <AgencySituation place={place} />
      {place.inForce && (isIdle || step.kind === 'checked') && (
        <ReturnedRemarks
          inForce={place.inForce}
          plan={place.ground.plan}
          api={session.api}
          next={step.kind === 'checked' ? step.checked.report : null}
          isOpen={isOpen}
        />
      )}
      {isIdle && isOpen && <OfferEntry place={place} work={work} />}
      {isIdle && isOpen && <GetForm work={work} hasReport={place.inForce !== null} />}
      {(!isIdle || isOpen) && <StepView step={step} place={place} work={work} api={session.api} />}
      {isIdle && <Versions place={place} api={session.api} />}
    </>
  );
}

interface StepProps {
  readonly step: UploadStep;
  readonly place: AgencyPeriod;
  readonly work: Work;
  readonly api: Api;
}

/** Exhaustive: a step without a view does not compile. */
function StepView({ step, place, work, api }: StepProps) {
  const { utcOffset } = place.ground.plan.reporting;
  switch (step.kind) {
    case 'choosing':
      return <ChooseFile work={work} trouble={step.trouble} unfinished={step.unfinished} utcOffset={utcOffset} />;
    case 'entering':
      return <EnteringStep place={place} work={work} />;
    case 'reading':
      return <ReadingStep file={step.file} stage={step.stage} onStop={work.stop} />;
    case 'checked':
      return <CheckedFile step={step} place={place} work={work} />;
    case 'sending':
      return <SendingStep step={step} />;
    case 'kept':
      return <UnreachedStep step={step} work={work} utcOffset={utcOffset} />;
    case 'clash':
      return <Clash step={step} place={place} work={work} />;
    case 'refused':
      return <Refused step={step} work={work} plan={place.ground.plan} />;
    case 'received':
      return <ReceivedStep receipt={step.receipt} entered={step.entered} place={place} api={api} work={work} />;
  }
}
