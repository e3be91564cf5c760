import { exact, shortRange, signedChange } from '../../words/amounts.ts'
import { say } from '../../words/say.ts'
import type { Range } from '../../workers/protocol.ts'
import { changeOf, directionOf } from '../../workers/range.ts'

const same = (a: Range, b: Range): boolean => a.committed === b.committed && a.possible === b.possible

/** before → after, with the difference; one amount where nothing differs. The exact amounts are in the titles. */
export function Amount({ before, after }: { readonly before: Range | null; readonly after: Range }) {
  if (before === null || same(before, after)) return <span class="amount" title={say(exact(after))}>{say(shortRange(after))}</span>
  const change = changeOf(before, after)
  const words = signedChange(change)
  return (
    <span class="amount differs">
      <span class="before" title={say(exact(before))}>{say(shortRange(before))}</span>
      <span class="arrow" aria-hidden="true"> → </span>
      <span class="after" title={say(exact(after))}>{say(shortRange(after))}</span>
      {words !== null && <span class={`difference ${directionOf(change)}`}> {say(words)}</span>}
    </span>
  )
}
