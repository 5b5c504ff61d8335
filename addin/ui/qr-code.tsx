import { encode } from 'uqr';
import { qrPath } from './qr-path.ts';

/** ISO/IEC 18004 asks for four light modules around the code. */
const QUIET_ZONE = 4;

/** A text as a QR code, dark on light whatever the page's colours are: readers want it so. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, data } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  return (
    <svg class="qr-code" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#ffffff" />
      <path d={qrPath(data)} fill="#000000" />
    </svg>
  );
}
