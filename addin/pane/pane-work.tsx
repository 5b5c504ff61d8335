import { ExcelStatus } from './excel-status.tsx';
import { OwnForm } from './own-form.tsx';
import type { WorkProps } from './state.ts';
import { useDelivery } from './use-delivery.ts';
import { useSituation } from './use-situation.ts';

/** The work of whoever has signed in: the open form, and for a consolidating office the province beside it. */
export function PaneWork({ BothParts, ...props }: WorkProps) {
  const { dispatch, form, port } = props;
  const delivering = useDelivery(form, port, dispatch);
  const askServer = useSituation(form.situation, dispatch);
  const own = <OwnForm {...props} {...{ delivering, askServer }} />;
  return (
    <>
      {BothParts ? (
        <BothParts situation={form.situation} port={port} isForm={form.isForm}>
          {own}
        </BothParts>
      ) : (
        own
      )}
      <ExcelStatus pulse={port.pulse} />
    </>
  );
}
