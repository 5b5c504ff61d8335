interface Named {
  readonly id: string;
  readonly name: string;
}

/** The options of a list of things with names: agencies, groups of them, rules. */
export const NamedOptions = ({ of }: { readonly of: readonly Named[] }) => (
  <>
    {of.map(({ id, name }) => (
      <option key={id} value={id}>
        {name}
      </option>
    ))}
  </>
);
