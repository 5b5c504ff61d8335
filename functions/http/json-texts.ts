import { jsonPieces } from '../../core/json-pieces.ts';
import { allOfTexts } from './pieces.ts';

/** JSON that is written piece by piece, as it is taken. `of` is never there: it tells the compiler what the JSON says. */
export interface JsonTexts<out Value> {
  readonly texts: Iterable<string>;
  readonly of?: Value;
}

/** The same written already. */
export interface JsonBytes<out Value> {
  readonly bytes: Uint8Array;
  readonly of?: Value;
}

export const jsonBytes = async <Value>({ texts }: JsonTexts<Value>): Promise<JsonBytes<Value>> => ({ bytes: await allOfTexts(texts) });

/** An object whose lists may be made while they are written. */
type Writable<Value> = {
  readonly [Name in keyof Value]: Value[Name] extends readonly (infer One)[] ? Iterable<One> : Value[Name];
};

/** An object as JSON, its lists one by one: the very text of `JSON.stringify`. */
export const jsonTexts = <Value extends object>(value: Writable<Value>): JsonTexts<Value> => ({ texts: jsonPieces(value) });
