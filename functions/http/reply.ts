import type { Route } from '../../contract/route.ts';
import type { DeepReadonly, JsonAnswer } from '../../contract/route-types.ts';
import { JSON_TYPE } from '../../core/media-types.ts';
import type { ApiRequest, HandlerAnswer, MadePieces } from './api.ts';
import { attachment } from './content-disposition.ts';
import { REVALIDATED } from './headers.ts';
import type { JsonBytes, JsonTexts } from './json-texts.ts';
import { isCurrent, type TaggedText, taggedText } from './tagged-text.ts';

type Headers = Readonly<Record<string, string>>;
type Written<Value> = JsonTexts<Value> | JsonBytes<Value>;
/** A file whole, or texts or pieces that are made as they are taken. */
type Content = string | Uint8Array | Generator<string> | MadePieces;

declare const replied: unique symbol;
/** An answer to a call of a route. Only `ReplyTo` makes one: the mark is there for the compiler alone. */
export interface Replied<R extends Route> extends HandlerAnswer {
  readonly [replied]: R['id'];
}

type JsonStatus<R extends Route> = {
  [S in keyof R['answers']]: R['answers'][S] extends { readonly [JSON_TYPE]: unknown } ? S : never;
}[keyof R['answers']];
type Body200<R extends Route> = R['answers'] extends { readonly 200: infer Bodies } ? Bodies : never;
type FileType<R extends Route> = { [T in keyof Body200<R>]: Body200<R>[T] extends null ? T : never }[keyof Body200<R>];
type IfAnswers<R extends Route, Status extends number, T> = R['answers'] extends { readonly [S in Status]: unknown } ? T : never;
type TaggedValue<R extends Route> = IfAnswers<R, 200 | 304, DeepReadonly<JsonAnswer<R, keyof R['answers'] & 200>>>;

/** The answers that a route's contract names, and no others. */
export interface ReplyTo<R extends Route> {
  /** JSON of the shape that the contract gives this status. */
  readonly json: <S extends JsonStatus<R>>(status: S, value: DeepReadonly<JsonAnswer<R, S>>, headers?: Headers) => Replied<R>;
  /** 200 with JSON that is written piece by piece, or was written before. */
  readonly written: (json: Written<IfAnswers<R, 200, JsonAnswer<R, keyof R['answers'] & 200>>>, headers?: Headers) => Replied<R>;
  /** 200 with JSON under the tag of its very content, or 304 where the client holds it. */
  readonly tagged: (value: TaggedValue<R>) => Replied<R>;
  /** The same of JSON that was written before. */
  readonly taggedText: (text: TaggedText<TaggedValue<R>>) => Replied<R>;
  /** 304 where the client holds the state of this tag, else null. */
  readonly unchanged: (etag: IfAnswers<R, 304, string>) => Replied<R> | null;
  /** 200 with a file to be saved under a name. */
  readonly file: (type: FileType<R>, name: string, content: Content, headers?: Headers) => Replied<R>;
  /** 204. */
  readonly nothing: (...none: IfAnswers<R, 204, []>) => Replied<R>;
}

/** The same without the compiler's knowledge of a route. */
export interface AnyReply {
  readonly json: (status: number, value: unknown, headers?: Headers) => HandlerAnswer;
  readonly written: (json: Written<unknown>, headers?: Headers) => HandlerAnswer;
  readonly tagged: (value: unknown) => HandlerAnswer;
  readonly taggedText: (text: TaggedText<unknown>) => HandlerAnswer;
  readonly unchanged: (etag: string) => HandlerAnswer | null;
  readonly file: (type: string, name: string, content: Content, headers?: Headers) => HandlerAnswer;
  readonly nothing: () => HandlerAnswer;
}

const JSON_HEADERS = { 'Content-Type': `${JSON_TYPE}; charset=utf-8` } as const;

/** Replies to a request, which may name a state that the client holds. */
export function replyTo(request: ApiRequest): AnyReply {
  const unchanged = (etag: string): HandlerAnswer | null =>
    isCurrent(request.header('if-none-match'), etag) ? { status: 304, headers: { ETag: etag, ...REVALIDATED }, body: null } : null;
  const whole = ({ body, etag }: TaggedText<unknown>): HandlerAnswer =>
    unchanged(etag) ?? { status: 200, headers: { ...JSON_HEADERS, ...REVALIDATED, ETag: etag }, body };
  return {
    json: (status, value, headers) => ({ status, headers: { ...JSON_HEADERS, ...headers }, body: JSON.stringify(value) }),
    written: (json, headers) => ({ status: 200, headers: { ...JSON_HEADERS, ...headers }, body: 'bytes' in json ? json.bytes : json }),
    tagged: (value) => whole(taggedText(value)),
    taggedText: whole,
    unchanged,
    file: (type, name, content, headers) => ({
      status: 200,
      headers: { 'Content-Type': withCharset(type), 'Content-Disposition': attachment(name), ...headers },
      body: typeof content === 'object' && 'next' in content ? { texts: content } : content,
    }),
    nothing: () => ({ status: 204, headers: {}, body: null }),
  };
}

const withCharset = (type: string): string => (type.startsWith('text/') ? `${type}; charset=utf-8` : type);
