/** What the sign-in library says of a failure; either part may be missing. Office's own sub-error does not come through. */
export interface SignInFailure {
  readonly errorCode?: unknown;
  readonly errorMessage?: unknown;
}

export type SignInTrouble =
  | 'cancelled'
  | 'blocked'
  | 'another-person'
  | 'not-consented'
  | 'offline'
  | 'no-bridge'
  | 'no-account'
  | 'ask-again'
  | 'failed';

const CANCELLED = ['user_canceled', 'user_cancelled', 'access_denied'];
/** Nobody in the tenant has allowed the application, its user may not, or the tenant does not know it (Entra error codes). */
const NOT_CONSENTED = /consent_required|AADSTS(65001|65004|90094|90008|700016|50105)\b/;
/** The browser has opened no window. */
const BLOCKED = ['popup_window_error', 'empty_window_error'];
/** No line to Microsoft: the browser says so, or what was asked of it never came back. */
const OFFLINE = ['no_network_connectivity', 'post_request_failed', 'get_request_failed'];
const NO_BRIDGE = ['nested_app_auth_bridge_disabled'];
/** Office knows no account (the bridge's status ACCOUNT_UNAVAILABLE): its window can add one. */
const NO_ACCOUNT = ['no_account_found'];
/**
 * Only the person can go on: nobody is signed in where it was looked, or something has to be confirmed (the library's
 * InteractionRequiredAuthError, and that it knows no account).
 */
const ASK_AGAIN = [
  'no_account_error',
  'interaction_required',
  'login_required',
  'consent_required',
  'no_tokens_found',
  'ux_not_allowed',
  'bad_token',
];

/** Not the library's: the window came back with somebody else than the one whose work goes on. */
export const ANOTHER_PERSON = { errorCode: 'another_person' } as const satisfies SignInFailure;

/** Not the library's: by the time the window came back somebody had come in otherwise, or left. */
export const TOO_LATE = { errorCode: 'user_cancelled' } as const satisfies SignInFailure;

/** Why signing in did not work. */
export function signInTroubleOf({ errorCode, errorMessage }: SignInFailure): SignInTrouble {
  const code = String(errorCode ?? '');
  if (NOT_CONSENTED.test(`${code} ${errorMessage}`)) return 'not-consented';
  if (CANCELLED.includes(code)) return 'cancelled';
  if (BLOCKED.includes(code)) return 'blocked';
  if (code === ANOTHER_PERSON.errorCode) return 'another-person';
  if (OFFLINE.includes(code)) return 'offline';
  if (NO_ACCOUNT.includes(code)) return 'no-account';
  if (ASK_AGAIN.includes(code)) return 'ask-again';
  return NO_BRIDGE.includes(code) ? 'no-bridge' : 'failed';
}

/** What to do about it; exhaustive over the kinds. */
export const SIGN_IN_SENTENCES = {
  cancelled: 'Đã dừng đăng nhập Microsoft 365. Bấm lại nút để đăng nhập, hoặc dùng mã truy cập.',
  blocked: 'Trình duyệt không mở cửa sổ đăng nhập. Bấm lại nút; nếu vẫn vậy, cho phép trang này mở cửa sổ bật lên.',
  'another-person': 'Đây là tài khoản khác với tài khoản đang làm việc. Chọn đúng tài khoản, hoặc đăng xuất rồi đăng nhập lại.',
  'not-consented':
    'Tài khoản Microsoft 365 này chưa được phép dùng Phụ lục số. Đề nghị người quản trị Microsoft 365 cấp quyền cho ứng dụng; trong lúc chờ, dùng mã truy cập.',
  offline: 'Không kết nối được với dịch vụ đăng nhập của Microsoft. Kiểm tra mạng rồi thử lại.',
  'no-bridge': 'Excel này chưa đăng nhập giúp bằng Microsoft 365 được. Cập nhật Office và đăng nhập vào Excel, hoặc dùng mã truy cập.',
  'no-account': 'Excel chưa đăng nhập tài khoản Microsoft 365 nào. Bấm “Đăng nhập bằng Microsoft 365”, hoặc dùng mã truy cập.',
  'ask-again': 'Cần đăng nhập lại bằng Microsoft 365. Bấm “Đăng nhập bằng Microsoft 365”, hoặc dùng mã truy cập.',
  failed: 'Chưa đăng nhập được bằng Microsoft 365. Thử lại; nếu vẫn vậy, dùng mã truy cập.',
} as const satisfies Record<SignInTrouble, string>;

/** The tenant knows the person, but the service has no agency for them. */
export const NO_AGENCY =
  'Tài khoản Microsoft 365 này chưa được gắn với đúng một đơn vị. Đề nghị người quản trị hệ thống gắn tài khoản với đơn vị, hoặc dùng mã truy cập.';
