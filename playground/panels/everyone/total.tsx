import { exact } from '../../words/amounts.ts'
import { EVERYONE } from '../../words/everyone.ts'
import { inWan, signedWan } from '../../words/wan.ts'
import { fill, say } from '../../words/say.ts'
import type { PopulationView } from '../../workers/population-protocol.ts'

/** The one line above all: what everyone costs, and by how much that differs. */
export function TotalLine({ view }: { readonly view: PopulationView }) {
  const { before, after } = view.total
  const sure = before === null ? 0n : after.committed - before.committed
  const most = before === null ? 0n : after.possible - before.possible
  const same = sure === 0n && most === 0n
  return (
    <div class="total-line" data-total-committed={String(after.committed)} data-total-possible={String(after.possible)}>
      <p title={say(exact(after))} class="number">{say(fill(EVERYONE.totalLine, { committed: say(inWan(after.committed)), possible: say(inWan(after.possible)) }))}{after.unstated > 0 && <span class="dim"> · {say(fill(EVERYONE.withUnstated, { count: after.unstated }))}</span>}</p>
      {before === null ? <p class="dim">{say(EVERYONE.noBase)}</p>
        : same ? <p class="dim">{say(EVERYONE.noChange)}。{view.gain + view.lose === 0 && say(EVERYONE.unchangedHint)}</p>
          : <p role="status"><Change committed={sure} possible={most} /></p>}
    </div>
  )
}

function Change({ committed, possible }: { readonly committed: bigint; readonly possible: bigint }) {
  const mark = (fen: bigint): string => (fen > 0n ? 'difference gain' : fen < 0n ? 'difference loss' : 'difference')
  const [start = '', middle = '', end = ''] = say(EVERYONE.totalChange).split(/\{committed\}|\{possible\}/)
  return <>{start}<b class={mark(committed)}>{say(signedWan(committed))}</b>{middle}<b class={mark(possible)}>{say(signedWan(possible))}</b>{end}</>
}
