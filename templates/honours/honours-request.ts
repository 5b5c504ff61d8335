import type { HonoursList } from '../../core/honours/honours.ts';
import type { HonoursWeights } from '../../core/honours/weights.ts';
import type { HeadedRequest } from '../appendix/appendix-request.ts';

/** The ranked agencies of a period to be written down. */
export interface HonoursRequest extends HeadedRequest {
  readonly lists: readonly HonoursList[];
  readonly weights: HonoursWeights;
}
