import { exact } from '../../words/amounts.ts'
import { say } from '../../words/say.ts'
import { signedRange, wanRange } from '../../words/wan.ts'
import type { Cost } from '../../workers/population-protocol.ts'
import { directionOf } from '../../workers/range.ts'

/** before → after with the difference; the exact sums are in the titles. */
export function WanRange({ before, after }: { readonly before: Cost | null; readonly after: Cost }) {
  const words = ({ committed, possible }: Cost): string => say(wanRange(committed, possible))
  if (before === null || (before.committed === after.committed && before.possible === after.possible)) return <span class="amount" title={say(exact(after))}>{words(after)}</span>
  const change = { committed: after.committed - before.committed, possible: after.possible - before.possible }
  return (
    <span class="amount differs">
      <span class="before" title={say(exact(before))}>{words(before)}</span>
      <span class="arrow" aria-hidden="true"> → </span>
      <span class="after" title={say(exact(after))}>{words(after)}</span>
      <span class={`difference ${directionOf(change)}`}> {say(signedRange(change.committed, change.possible))}</span>
    </span>
  )
}
