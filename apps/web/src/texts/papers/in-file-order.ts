/** Things of a file with a key each. What was read of a file stands still, so its place is its name. */
export const inFileOrder = <T>(
  things: readonly T[],
): readonly { readonly key: string; readonly thing: T }[] =>
  things.map((thing, at) => ({ key: `n${at}`, thing }))
