import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { WorkbookPort } from '../../excel/port.ts';
import type { ReportSituation } from '../form-state.ts';
import { openedFor } from '../opened-for.ts';
import { Tabs } from '../tabs.tsx';
import { Consolidator } from './consolidator.tsx';

const TABS = [
  { id: 'bieu', title: 'Biểu đang mở' },
  { id: 'tong-hop', title: 'Tổng hợp' },
] as const;
type Part = (typeof TABS)[number]['id'];

interface Props {
  readonly situation: ReportSituation;
  readonly port: WorkbookPort;
  /** The part of whoever reports. */
  readonly children: ComponentChildren;
}

/** A consolidating office may report itself: its own form in one tab, the province in the other. */
export function BothParts({ situation, port, children }: Props) {
  const [part, setPart] = useState<Part>(openedFor(location.search) === 'tong-hop' ? 'tong-hop' : 'bieu');
  return (
    <Tabs tabs={TABS} current={part} onChange={setPart}>
      {part === 'bieu' ? children : <Consolidator session={situation.session} ground={situation.ground} port={port} />}
    </Tabs>
  );
}
