import type { BodyLimits } from './limits.ts';

/** Who holds a body: a caller's address, and its credential where it showed one. */
export interface BodyHolder {
  readonly address: string;
  readonly credential: string | null;
}

/** Memory that the bodies of all requests share, so that neither many at once nor one caller can take more than there is. */
export interface BodyMemory {
  /** False, and nothing taken, where it would be more than there is for this holder. */
  readonly take: (holder: BodyHolder, bytes: number) => boolean;
  readonly give: (holder: BodyHolder, bytes: number) => void;
}

export function bodyMemory({
  held,
  heldByAddress,
  heldByCredential,
}: Pick<BodyLimits, 'held' | 'heldByAddress' | 'heldByCredential'>): BodyMemory {
  const taken = new Map<string, number>();
  const sharesOf = ({ address, credential }: BodyHolder): readonly (readonly [string, number])[] => [
    ['all', held],
    [`address ${address}`, heldByAddress],
    ...(credential === null ? [] : [[`credential ${credential}`, heldByCredential] as const]),
  ];
  const add = (name: string, bytes: number): void => {
    const now = (taken.get(name) ?? 0) + bytes;
    if (now > 0) taken.set(name, now);
    else taken.delete(name);
  };
  return {
    take: (holder, bytes) => {
      const shares = sharesOf(holder);
      if (shares.some(([name, most]) => (taken.get(name) ?? 0) + bytes > most)) return false;
      for (const [name] of shares) add(name, bytes);
      return true;
    },
    give: (holder, bytes) => {
      for (const [name] of sharesOf(holder)) add(name, -bytes);
    },
  };
}
