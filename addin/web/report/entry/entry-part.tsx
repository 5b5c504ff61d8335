import { useState } from 'preact/hooks';
import type { RowId } from '../../../../core/plan/plan.ts';
import { Notice } from '../../../ui/notice.tsx';
import { useUnsaved } from '../../../ui/unsaved.ts';
import { useAtOnce } from '../../../ui/use-at-once.ts';
import { useWayBack } from '../../../ui/way-back.ts';
import type { AgencyPeriod } from '../agency-period.ts';
import { StepHeading } from '../step-heading.tsx';
import type { Work } from '../work.ts';
import { EntryForm } from './entry-form.tsx';
import { EntryReview } from './entry-review.tsx';
import { useEntry } from './use-entry.ts';
import './entry.css';

interface Props {
  readonly place: AgencyPeriod;
  readonly work: Work;
}

/** Filling in on the page, from the first field to the last look. */
export function EntryPart({ place, work }: Props) {
  const entry = useEntry(place);
  const isLost = entry.isKept === false;
  useUnsaved(isLost ? 'Báo cáo đang nhập trên trang, chưa gửi.' : null);
  useAtOnce(() => {
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    if (isLost) addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isLost]);
  const [step, setStep] = useState<{ readonly kind: 'filling'; readonly at: RowId | null } | { readonly kind: 'reviewing' }>({
    kind: 'filling',
    at: null,
  });
  useWayBack(step.kind === 'reviewing' ? 2 : 1, (stepsIn) => {
    if (stepsIn === 0) work.close();
    else setStep({ kind: 'filling', at: null });
  });
  if (!entry.isHere)
    return (
      <section class="panel entry">
        <StepHeading>Nhập trên trang</StepHeading>
        <Notice kind="warning">
          Báo cáo này đang được nhập ở một thẻ khác của trình duyệt. Mỗi lúc chỉ nhập ở một thẻ để không thẻ nào ghi đè thẻ nào.
        </Notice>
        <p class="row">
          <button type="button" class="primary" onClick={entry.takeOver}>
            Nhập tiếp ở thẻ này
          </button>
          <button type="button" class="link" onClick={work.close}>
            Để sau
          </button>
        </p>
      </section>
    );
  if (step.kind === 'reviewing')
    return <EntryReview entry={entry} place={place} work={work} onBack={(at) => setStep({ kind: 'filling', at })} />;
  return <EntryForm entry={entry} place={place} at={step.at} onReview={() => setStep({ kind: 'reviewing' })} onClose={work.close} />;
}
