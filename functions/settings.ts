import * as z from 'zod';

const Embedded = z.object({ PHULUC_STORAGE: z.literal('embedded'), PHULUC_DATA: z.string().min(1) });
const Tables = z.object({
  PHULUC_STORAGE: z.literal('tables'),
  /** A connection string, or the address of the table service alone (https://…): then the program's own identity signs in. */
  PHULUC_TABLES: z
    .string()
    .refine(
      (text) => /^https:\/\/|(?:^|;)(?:AccountName|TableEndpoint|UseDevelopmentStorage)=/.test(text),
      'must be a connection string or https://…',
    ),
  PHULUC_TABLE: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9]{2,62}$/)
    .default('phuluc'),
});

/** Where the functions run and keep things: `PHULUC_STORAGE` says which; bad configuration stops the start with the name of the variable. */
export const Environment = z.discriminatedUnion('PHULUC_STORAGE', [Embedded, Tables]).and(
  z.object({
    PHULUC_PERIOD: z.string().default('2026'),
    /** Microsoft Entra ID: JSON of the tenant and of the table group or role → agency; absent where nobody signs in with it. */
    PHULUC_ENTRA: z.string().optional(),
  }),
);
export type Environment = z.infer<typeof Environment>;
