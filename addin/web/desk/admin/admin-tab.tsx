import type { JSX } from 'preact';
import { useAsked } from '../../../ui/use-asked.ts';
import { AuditPanel } from '../audit/audit-panel.tsx';
import type { DeskProps } from '../desk-props.ts';
import { linkTo } from '../desk-query.ts';
import { HandoutPanel } from '../handout/handout-panel.tsx';
import { IntakePanel } from '../intake/intake-panel.tsx';
import { KeysPanel } from '../keys/keys-panel.tsx';
import { PeriodsPanel } from '../periods/periods-panel.tsx';
import { PlanPart } from '../plan/plan-part.tsx';
import { SettingsPanel } from '../settings/settings-panel.tsx';
import './admin.css';

interface Part {
  readonly id: string;
  readonly title: string;
  readonly show: (props: DeskProps) => JSX.Element;
}

const PARTS: readonly [Part, ...Part[]] = [
  { id: 'ky', title: 'Kỳ báo cáo', show: PeriodsPanel },
  { id: 'giao-bieu', title: 'Giao biểu', show: HandoutPanel },
  { id: 'nhan-tep', title: 'Nhận tệp thay đơn vị', show: IntakePanel },
  { id: 'ke-hoach', title: 'Kế hoạch', show: PlanPart },
  { id: 'thiet-lap', title: 'Thiết lập kỳ', show: SettingsPanel },
  { id: 'khoa', title: 'Mã truy cập', show: KeysPanel },
  { id: 'nhat-ky', title: 'Nhật ký', show: AuditPanel },
];

/** Registers and acts of the consolidators, a part at a time. */
export function AdminTab(props: DeskProps) {
  const { api, query, go } = props;
  const health = useAsked(() => api.health(), [api]);
  const part = PARTS.find(({ id }) => id === query.muc) ?? PARTS[0];
  return (
    <div class="admin">
      <nav aria-label="Các mục quản trị">
        {PARTS.map(({ id, title }) => (
          <a
            key={id}
            {...linkTo(query, go, { muc: id, donvi: null, dong: null, quytac: null, tim: null })}
            aria-current={id === part.id ? 'page' : undefined}
          >
            {title}
          </a>
        ))}
        {health.value && <p class="quiet">Phiên bản {health.value.value.version}</p>}
      </nav>
      <div class="admin-part">
        <part.show key={part.id} {...props} />
      </div>
    </div>
  );
}
