import { formatDate } from '../../../../core/format.ts';
import { momentText } from '../../../ui/moment.ts';
import type { DeskProps } from '../desk-props.ts';
import type { IntakeOutcome } from './take-in.ts';

interface Props extends Pick<DeskProps, 'nameOf' | 'plan'> {
  readonly outcome: Exclude<IntakeOutcome, { kind: 'asks' }>;
}

/** What became of one file, in a sentence: whose it is, which version it made and which it replaced. */
export function OutcomeLine({ outcome, nameOf, plan }: Props) {
  const moment = (at: string): string => momentText(at, plan.reporting.utcOffset);
  switch (outcome.kind) {
    case 'received': {
      const { agency, at, receivedOn, replaces, version } = outcome.receipt;
      if (outcome.isSame)
        return (
          <p>
            ✓ {nameOf(agency)}: nội dung giống lần nộp hiện hành (lần {version}, {moment(at)}); không thêm lần nộp.
          </p>
        );
      return (
        <p>
          ✓ {nameOf(agency)}: lần nộp {version}, {moment(at)}
          {receivedOn && `, ngày nhận ${formatDate(receivedOn)}`}.
          {replaces &&
            ` Thay lần nộp ${replaces.version} (${replaces.file ? `tệp “${replaces.file}”, ` : ''}${moment(replaces.at)}, ${replaces.rowsFilled} dòng đã điền).`}
        </p>
      );
    }
    case 'left':
      return <p>– Giữ lần nộp hiện hành (lần {outcome.conflict.inForce.version}); tệp này không được nhận.</p>;
    case 'refused':
      return <p>✕ {outcome.told}</p>;
  }
}
