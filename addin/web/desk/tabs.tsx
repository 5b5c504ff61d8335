import type { JSX } from 'preact';
import { loadedPart } from '../../ui/loaded-part.tsx';
import type { DeskProps } from './desk-props.ts';
import type { DeskQuery } from './desk-query.ts';
import { FlagsTab } from './flags/flags-tab.tsx';
import { MatrixTab } from './matrix/matrix-tab.tsx';
import { OverviewTab } from './overview/overview-tab.tsx';
import { LeadTab } from './reports/lead-tab.tsx';
import { StatusTab } from './reports/status-tab.tsx';
import { TasksTab } from './tasks/tasks-tab.tsx';

export interface DeskTab {
  /** As the query says it: `?the=ma-tran`. */
  readonly id: string;
  readonly title: string;
  /** Who sees it: what a consolidator does for the whole province, a lead does for its rows. */
  readonly who: 'everyone' | 'consolidators' | 'leads';
  readonly show: (props: DeskProps) => JSX.Element;
}

const HonoursTab = loadedPart<DeskProps>(
  'Đang mở mục Tôn vinh',
  async () => (await import('./honours/honours-ranking.tsx')).HonoursRanking,
);
const ExportTab = loadedPart<DeskProps>('Đang mở mục Xuất', async () => (await import('./export/export-tab.tsx')).ExportTab);
const AdminTab = loadedPart<DeskProps>('Đang mở mục Quản trị', async () => (await import('./admin/admin-tab.tsx')).AdminTab);

/** Every tab of the desk, in order. A new one = one folder, one line here. */
const TABS: readonly DeskTab[] = [
  { id: 'tong-quan', title: 'Tổng quan', who: 'consolidators', show: OverviewTab },
  { id: 'ma-tran', title: 'Ma trận', who: 'everyone', show: MatrixTab },
  { id: 'canh-bao', title: 'Cảnh báo', who: 'everyone', show: FlagsTab },
  { id: 'nhiem-vu', title: 'Nhiệm vụ', who: 'everyone', show: TasksTab },
  { id: 'tinh-hinh', title: 'Tình hình báo cáo', who: 'consolidators', show: StatusTab },
  { id: 'tham-dinh', title: 'Thẩm định', who: 'leads', show: LeadTab },
  { id: 'ton-vinh', title: 'Tôn vinh', who: 'consolidators', show: HonoursTab },
  { id: 'xuat', title: 'Xuất', who: 'consolidators', show: ExportTab },
  { id: 'quan-tri', title: 'Quản trị', who: 'consolidators', show: AdminTab },
];

/** What somebody sees of them, and which one the address names: without a name the first. */
export function tabsFor(
  query: DeskQuery,
  isConsolidator: boolean,
): { readonly tabs: readonly DeskTab[]; readonly tab: DeskTab | undefined } {
  const tabs = TABS.filter(({ who }) => who === 'everyone' || (who === 'consolidators') === isConsolidator);
  return { tabs, tab: tabs.find(({ id }) => id === query.the) ?? tabs[0] };
}
