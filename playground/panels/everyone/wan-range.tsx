import { exact } from '../../words/amounts.ts'
import { say } from '../../words/say.ts'
import { signedWan, wanRange } from '../../words/wan.ts'
import type { Cost } from '../../workers/population-protocol.ts'

/** before → after with the difference; the exact sums are in the titles. */
export function WanRange({ before, after }: { readonly before: Cost | null; readonly after: Cost }) {
  const words = ({ committed, possible }: Cost): string => say(wanRange(committed, possible))
  if (before === null || (before.committed === after.committed && before.possible === after.possible)) return <span class="amount" title={say(exact(after))}>{words(after)}</span>
  const most = after.possible - before.possible
  const difference = most === 0n ? after.committed - before.committed : most
  return (
    <span class="amount differs">
      <span class="before" title={say(exact(before))}>{words(before)}</span>
      <span class="arrow" aria-hidden="true"> → </span>
      <span class="after" title={say(exact(after))}>{words(after)}</span>
      <span class={difference > 0n ? 'difference gain' : 'difference loss'}> {say(signedWan(difference))}</span>
    </span>
  )
}
