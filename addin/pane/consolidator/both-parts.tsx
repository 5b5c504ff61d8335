import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { WorkbookPort } from '../../excel/port.ts';
import type { ReportSituation } from '../form-state.ts';
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
  /** Whether a form is open; else the province comes first. */
  readonly isForm: boolean;
  /** The part of whoever reports. */
  readonly children: ComponentChildren;
}

/** A consolidating office may report itself: its own form in one tab, the province in the other. */
export function BothParts({ situation, port, isForm, children }: Props) {
  const [part, setPart] = useState<Part>(isForm ? 'bieu' : 'tong-hop');
  return (
    <Tabs tabs={TABS} current={part} onChange={setPart}>
      {part === 'bieu' ? children : <Consolidator session={situation.session} ground={situation.ground} port={port} />}
    </Tabs>
  );
}
