/** Characters that turn round the text behind them: nothing is seen of them, yet figures stand in another order. */
const TURNING = /[\u061c\u200f\u202b\u202e\u2067]/g;

/** A text in which what turns it round can be seen. */
export const turnedShown = (text: string): string => text.replace(TURNING, '[đổi chiều chữ]');
