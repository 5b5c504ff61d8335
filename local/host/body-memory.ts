/** Memory that the bodies of all requests share, so that many at once cannot take more than there is. */
export interface BodyMemory {
  /** False, and nothing taken, where it would be more than there is. */
  readonly take: (bytes: number) => boolean;
  readonly give: (bytes: number) => void;
}

export function bodyMemory(most: number): BodyMemory {
  let held = 0;
  return {
    take: (bytes) => {
      if (held + bytes > most) return false;
      held += bytes;
      return true;
    },
    give: (bytes) => {
      held -= bytes;
    },
  };
}
