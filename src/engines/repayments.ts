import type { Line, Sum } from './engine.ts'

/** What these lines say is to be paid back. No limit touches a repayment, so this is a plain sum. */
export function repaymentIn(lines: readonly Line[]): Sum {
  const own = lines.filter(({ kind }) => kind === 'repayment')
  return {
    committed: own.reduce((sum, { committed }) => sum + committed, 0n),
    possible: own.reduce((sum, { possible }) => sum + (possible ?? 0n), 0n),
    unstated: own.filter(({ possible }) => possible === null).length,
  }
}
