/** What văn thư and the signer are awaited for, and the field of the page that asks for it: its id, and its name in the desk's URL. */
export const SIGNING_FIELD = { name: 'nguoi-ky', number: 'so-bao-cao', day: 'ngay-bao-cao' } as const;
