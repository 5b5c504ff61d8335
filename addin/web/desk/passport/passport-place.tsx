import { loadedPart } from '../../../ui/loaded-part.tsx';
import type { DeskProps } from '../desk-props.ts';

const PassportPanel = loadedPart<DeskProps & { readonly row: string }>(
  'Đang mở nguồn gốc số liệu',
  async () => (await import('./passport-panel.tsx')).PassportPanel,
);

/** Above whatever tab is shown, where the address names a row: where its figure comes from. */
export function PassportPlace(props: DeskProps) {
  const row = props.query['nguon-goc'];
  return row === undefined ? null : <PassportPanel key={row} {...props} row={row} />;
}
