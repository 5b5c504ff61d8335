import type { ComponentType } from 'preact';
import { failed, ok } from '../../core/result.ts';
import { Opening } from './opening.tsx';
import { useAsked } from './use-asked.ts';

/**
 * A part of a page that is loaded when it is first shown; what cannot be loaded is told and tried again. `what` is said meanwhile: "Đang mở
 * danh sách".
 */
export function loadedPart<Props extends object>(what: string, load: () => Promise<ComponentType<Props>>) {
  const ask = async () => {
    const loaded = await load().catch(() => null);
    return loaded ? ok({ Part: loaded }) : failed({ kind: 'offline' } as const);
  };
  return function LoadedPart(props: Props) {
    const asked = useAsked(ask, []);
    if (!asked.value) return <Opening what={what} asking={asked} />;
    const { Part } = asked.value;
    return <Part {...props} />;
  };
}
