/** An object of Excel's API as the wire sees it: members by the wire's own names, with a capital. Null is the null object. */
export interface Remote {
  readonly type: string;
  /** What its collection finds it by. */
  readonly id?: string;
  /** Whether the library may keep it beyond its batch (ranges). */
  readonly kept?: true;
  readonly get?: Readonly<Record<string, () => unknown>>;
  readonly set?: Readonly<Record<string, (value: unknown) => void>>;
  /** Objects that are reached by a property. */
  readonly to?: Readonly<Record<string, () => Remote | null>>;
  /** Methods: give a value, an object, or nothing. */
  readonly call?: Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;
  /** A collection's objects, and how one is found. */
  readonly items?: () => readonly Remote[];
  readonly item?: (key: unknown) => Remote;
}

export const isRemote = (value: unknown): value is Remote => typeof value === 'object' && value !== null && 'type' in value;
