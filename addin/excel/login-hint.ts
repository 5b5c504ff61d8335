/**
 * Who is signed in to Office, as far as it says so to an add-in (NestedAppAuth 1.1; learn.microsoft.com, Office.AuthContext); not in the
 * package of types yet.
 */
interface OfficeAuth {
  readonly auth?: { getAuthContext?(): Promise<{ readonly loginHint?: string; readonly userPrincipalName?: string }> };
}

/** Office that has not said it by then is not waited for. */
const HINT_PATIENCE_MS = 3000;

/**
 * Whom Microsoft's sign-in should take without asking; null where Office does not say. Excel on the web signs nobody in silently without
 * it.
 */
export async function loginHintHere(): Promise<string | null> {
  const { auth } = Office as unknown as OfficeAuth;
  if (!auth?.getAuthContext) return null;
  const never = new Promise<null>((resolve) => setTimeout(() => resolve(null), HINT_PATIENCE_MS));
  const context = await Promise.race([auth.getAuthContext(), never]).catch(() => null);
  return context?.loginHint || context?.userPrincipalName || null;
}
