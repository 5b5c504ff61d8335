import { withdrawPlan } from '../functions/periods/confirm-plan.ts';
import { refuseOtherPlan } from '../functions/store/other-plan.ts';
import { loadContext } from './context.ts';
import { type Call, needed } from './options.ts';
import { storageOf, withTable } from './storage.ts';
import { WrongCall } from './wrong-call.ts';

/** As it stands in the audit: whoever may run commands on the server is not known by name here. */
const BY = 'phuluc plan';

/** `phuluc plan reset`: the plan of the files again in the place of the one that was confirmed on the desk. The server may go on. */
export async function resetPlan({ values, rest }: Call): Promise<number> {
  if (rest.length > 0) throw new WrongCall(`Không hiểu “${rest[0]}”. Xem: phuluc --help`);
  const { plan } = loadContext(values);
  const reason = needed(values.reason, 'reason').trim();
  const outcome = await withTable(storageOf(values.data), async (table) => {
    await refuseOtherPlan(table, plan);
    return withdrawPlan({ table, clock: () => new Date() }, { by: BY, reason });
  });
  if (outcome === 'none')
    throw new WrongCall('Kho này không có kế hoạch nào được xác nhận trên trang dành cho cơ quan tổng hợp; kế hoạch của tệp đang áp dụng.');
  if (outcome === 'stale') throw new WrongCall('Kế hoạch vừa được người khác đổi; không đặt lại. Xem lại rồi chạy lại.');
  process.stdout.write(
    'Đã áp dụng lại kế hoạch của tệp. Máy chủ đang chạy chuyển theo trong vài giây; máy chủ đang dừng chuyển theo khi khởi động.\n',
  );
  return 0;
}
