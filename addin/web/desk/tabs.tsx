import type { JSX } from 'preact';
import { AdminTab } from './admin/admin-tab.tsx';
import type { DeskProps } from './desk-props.ts';
import { ExportTab } from './export/export-tab.tsx';
import { FlagsTab } from './flags/flags-tab.tsx';
import { MatrixTab } from './matrix/matrix-tab.tsx';
import { StatusTab } from './status/status-tab.tsx';
import { TasksTab } from './tasks/tasks-tab.tsx';

export interface Tab {
  /** As the address says it: `?the=ma-tran`. */
  readonly id: string;
  readonly title: string;
  /** For consolidators alone; a lead does not see it. */
  readonly consolidators: boolean;
  readonly show: (props: DeskProps) => JSX.Element;
}

/** Every tab of the desk, in order. A new one = one folder, one line here. */
export const TABS: readonly Tab[] = [
  { id: 'ma-tran', title: 'Ma trận', consolidators: false, show: MatrixTab },
  { id: 'canh-bao', title: 'Cảnh báo', consolidators: false, show: FlagsTab },
  { id: 'nhiem-vu', title: 'Nhiệm vụ', consolidators: false, show: TasksTab },
  { id: 'tinh-hinh', title: 'Tình hình báo cáo', consolidators: true, show: StatusTab },
  { id: 'xuat', title: 'Xuất', consolidators: true, show: ExportTab },
  { id: 'quan-tri', title: 'Quản trị', consolidators: true, show: AdminTab },
];
