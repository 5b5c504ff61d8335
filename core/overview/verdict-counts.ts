/** How many rows there are of each verdict, in the order of the verdicts' words; of what there is none nought. */
export const verdictCounts = <V extends string>(
  rows: readonly { readonly row: { readonly verdict: V } }[],
  words: Readonly<Record<V, string>>,
): { readonly verdict: V; readonly count: number }[] =>
  (Object.keys(words) as V[]) // keys of a record of verdicts
    .map((verdict) => ({ verdict, count: rows.filter(({ row }) => row.verdict === verdict).length }));
