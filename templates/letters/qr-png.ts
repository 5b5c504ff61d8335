import { encode } from 'uqr';
import { greyPng } from '../report/grey-png.ts';

/** ISO/IEC 18004 asks for four light modules around the code. */
const QUIET_ZONE = 4;
/** Pixels of one module. */
const SCALE = 6;

/** A text as a QR code: a PNG in black and white, and its side in pixels. */
export function qrPng(text: string): { readonly bytes: Uint8Array; readonly side: number } {
  const { size, data } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  return { bytes: greyPng(data, SCALE), side: size * SCALE };
}
