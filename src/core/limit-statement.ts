/** The number of the clause or constraint that states a limit: 6.1 of 6.1#cap-2, 1.3 of 1.3-2. */
export function statementOf(limit: string): string {
  return limit.replace(/#.*$/, '').replace(/-\d+$/, '')
}
