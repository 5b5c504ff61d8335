import type { Edit } from '../../../../addin/excel/port.ts';
import type { Trouble } from '../../../../addin/excel/trouble.ts';
import { cellName } from '../../../../core/grid.ts';
import { failed, ok, type Result } from '../../../../core/result.ts';
import { pause, type ScenarioContext } from './scenario.ts';

/** Events of what was done before may still be on their way. */
const BEFORE_MS = 800;
/** So long after the first event of an action its others are waited for. */
const AFTER_MS = 1000;

/** What was heard of edits since listening began. */
export interface Hearing {
  /** Places of the scratch sheet, each once, sorted: in how many events they come is Excel's affair. */
  places(): string[];
  /** Whether an edit was told of without a place. */
  somewhere(): boolean;
  /** Waits for the last events and stops listening. */
  end(): Promise<void>;
}

/** Listens to edits of the workbook. */
export async function hearEdits({ port, sheet }: Pick<ScenarioContext, 'port' | 'sheet'>): Promise<Result<Hearing, Trouble>> {
  const read = await port.read(); // events name sheets by ids, which are known once the workbook was read
  if (!read.ok) return failed(read.error);
  const edits: Edit[] = [];
  const listening = await port.onEdit((edit) => {
    edits.push(edit);
  });
  if (!listening.ok) return listening;
  await pause(BEFORE_MS);
  edits.length = 0;
  const places = () => edits.flatMap((edit) => edit.places).filter((place) => place.sheet === sheet);
  return ok({
    places: () => [...new Set(places().map(({ area }) => `${cellName(area.top, area.left)}:${cellName(area.bottom, area.right)}`))].sort(),
    somewhere: () => edits.some((edit) => edit.places.length === 0),
    async end() {
      await pause(AFTER_MS);
      await listening.value();
    },
  });
}
