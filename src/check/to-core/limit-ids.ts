import type { ClauseItem, UnderReading } from '../../syntax/tree.ts'

/** A constraint's first limit has its number, a second one beside it 1.3-2. */
export function limitId(constraint: string, count: number): string {
  return count === 1 ? constraint : `${constraint}-${count}`
}

/**
 * For each limit of a constraint which of its ids it has (1, 2, …). Limits that no choice of readings lets hold together share one, so that an
 * exception from the constraint lifts whichever of them holds.
 */
export function limitNumbers(items: readonly ClauseItem[]): readonly number[] {
  const holders: (readonly UnderReading[])[][] = []
  const numbers: number[] = []
  for (const item of items) {
    if (item.kind !== 'same' && item.kind !== 'together') continue
    let index = holders.findIndex((others) => others.every((other) => exclude(other, item.under)))
    if (index === -1) index = holders.push([]) - 1
    holders[index]?.push(item.under)
    numbers.push(index + 1)
  }
  return numbers
}

function exclude(a: readonly UnderReading[], b: readonly UnderReading[]): boolean {
  return a.some((one) => b.some((other) => one.ambiguity.text === other.ambiguity.text && one.reading.text !== other.reading.text))
}
