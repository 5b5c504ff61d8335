import { ok, type Result } from '../../core/result.ts';
import type { ApiRequest } from './api.ts';
import { fileNameIn } from './content-disposition.ts';
import { idempotencyKey } from './match.ts';
import type { Refusal } from './problem.ts';
import { mediaType, readBytes } from './read-body.ts';

/** A submission as it came in: what it says it is, under which key, and its bytes. */
export interface SentBody<Type extends string = string> {
  readonly type: Type;
  readonly key: string;
  readonly bytes: Uint8Array;
  /** The name of the file, where the sender tells it. */
  readonly file: string | null;
}

/** The body of a submission, told apart in the order of the contract: type, key, size. */
export async function readSubmission<Type extends string>(
  request: Pick<ApiRequest, 'header' | 'body'>,
  taken: readonly Type[],
): Promise<Result<SentBody<Type>, Refusal<'unsupported-media-type' | 'idempotency-key-missing' | 'invalid-request' | 'too-large'>>> {
  const type = mediaType(request, taken);
  if (!type.ok) return type;
  const key = idempotencyKey(request);
  if (!key.ok) return key;
  const bytes = await readBytes(request);
  if (!bytes.ok) return bytes;
  return ok({ type: type.value, key: key.value, bytes: bytes.value, file: fileNameIn(request.header('content-disposition')) });
}
