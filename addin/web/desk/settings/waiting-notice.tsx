import type { Period } from '../../../../core/plan/period.ts';
import type { Settings } from '../../../../core/plan/settings.ts';
import { partsThatDiffer } from '../../../../core/plan/settings-parts.ts';
import { shortPeriodName } from '../../../../core/wording/period-names.ts';
import { partsText } from '../../../../core/wording/settings-parts.ts';
import { Notice } from '../../../ui/notice.tsx';

interface Props {
  /** Those that a closed period was closed under. */
  readonly settings: Settings;
  /** Those that it will have once it is reopened, changed in another period. */
  readonly waiting: { readonly settings: Settings; readonly from: Period; readonly reason: string } | undefined;
}

/** Says of a closed period what will be otherwise once it is reopened, where that is so. */
export const WaitingNotice = ({ settings, waiting }: Props) =>
  waiting ? (
    <Notice kind="info">
      Thay đổi ở kỳ {shortPeriodName(waiting.from)} (lý do: {waiting.reason}) đang chờ: mở lại kỳ này thì có hiệu lực. Phần sẽ đổi:{' '}
      {partsText(partsThatDiffer(settings, waiting.settings))}.
    </Notice>
  ) : null;
