import { useSignal } from '@preact/signals'
import { runsOf } from '../../../src/explain/periods.ts'
import { applicant, focus } from '../../state/store.ts'
import { pinApplicant } from '../../pin/pin.ts'
import { PIN_WORDS } from '../../words/pin.ts'
import { fill, say } from '../../words/say.ts'
import { WORDS } from '../../words/words.ts'
import type { CardView, LineView } from '../../workers/protocol.ts'
import { memo } from '../memo.tsx'
import { Amount } from './amount.tsx'
import { Lines } from './line.tsx'

interface CardProps {
  readonly card: CardView
  readonly folded: boolean
}

/** An applicant: its total before and after, and its lines. Those that do not hold fold into a count, unless they are in focus or changed. */
function PlainCard({ card, folded }: CardProps) {
  const asked = useSignal<boolean | null>(null)
  const { clause } = focus.value
  const open = asked.value ?? (!folded || card.changed)
  const quiet = (line: LineView): boolean => line.standing === 'fails' && !line.changed && line.clause !== clause
  const loud = card.lines.filter((line) => !quiet(line)).sort((a, b) => rank(a, clause) - rank(b, clause))
  const rest = card.lines.filter(quiet)
  const focused = loud.filter((line) => line.clause === clause)
  const shown = focused.find((line) => line.changed) ?? focused.find((line) => line.standing !== 'fails')
  const chosen = applicant.value === card.id
  return (
    <article class={`card ${card.changed ? 'changed' : ''} ${chosen ? 'chosen' : ''}`} data-applicant={card.id} aria-label={card.name}>
      <header class="card-header">
        <button type="button" class="card-name" aria-expanded={open} onClick={() => { asked.value = !open }}><span class="twist" aria-hidden="true">{open ? '▾' : '▸'}</span> {card.name}</button>
        <span class="card-total"><span class="label">{say(WORDS.total)}</span> <Amount before={card.totalBefore} after={card.total} />{isRepaid(card) && <span class="card-repayment"> · <span class="label">{say(WORDS.repayment)}</span> <Amount before={card.repaymentBefore} after={card.repayment} /></span>}</span>
        {(open || chosen) && (
          <span class="card-actions">
            <button type="button" class="paint" data-action="paint" aria-pressed={chosen} title={say(WORDS.paintHint)} onClick={() => { applicant.value = chosen ? null : card.id }}>{say(WORDS.paint)}</button>
            <Pin applicant={card.id} />
          </span>
        )}
      </header>
      <ul class="lines" hidden={!open}>{rows(loud).map((lines) => <Lines key={keyOf(lines)} lines={lines} applicant={card.id} shown={shown} />)}</ul>
      {rest.length > 0 && (
        <details class="rest" hidden={!open}>
          <summary>{say(fill(WORDS.unchangedLines, { count: rest.length }))}</summary>
          <ul class="lines">{rows(rest).map((lines) => <Lines key={keyOf(lines)} lines={lines} applicant={card.id} shown={undefined} />)}</ul>
        </details>
      )}
    </article>
  )
}

const isSomething = (range: CardView['repayment'] | null): boolean => range !== null && range.possible !== 0n
const isRepaid = (card: CardView): boolean => isSomething(card.repayment) || isSomething(card.repaymentBefore)

export const Card = memo(PlainCard)

/** Lines of consecutive periods that are alike in one row: their words may differ, what they give does not. */
function rows(lines: readonly LineView[]): readonly (readonly LineView[])[] {
  const range = (of: LineView['range'] | undefined): string => (of === undefined ? '' : `${of.committed} ${of.possible}`)
  return runsOf(lines, ({ period }) => period, ({ clause, subject, standing, range: now, gives, before, changed, stale }) => JSON.stringify([clause, subject, standing, range(now), gives, before?.standing, range(before?.range), before?.gives, changed, stale]))
}

function keyOf([line]: readonly LineView[]): string {
  return line === undefined ? '' : `${line.clause} ${line.subject} ${line.period?.from ?? ''}`
}

/** It is a line of this clause, or one that this constraint cut. */
export function concerns(line: LineView, clause: string | null): boolean {
  return line.clause === clause || (clause !== null && line.limits.includes(clause))
}

function rank(line: LineView, clause: string | null): number {
  return concerns(line, clause) ? 0 : line.changed ? 1 : 2
}

function Pin({ applicant: id }: { readonly applicant: string }) {
  const said = useSignal<'pinned' | 'cannot' | null>(null)
  const pin = async (): Promise<void> => {
    said.value = (await pinApplicant(id).catch(() => false)) ? 'pinned' : 'cannot'
  }
  return (
    <>
      <button type="button" class="paint" data-action="pin" title={say(PIN_WORDS.pinHint)} onClick={() => void pin()}>{say(PIN_WORDS.pin)}</button>
      <span role="status" class="dim" data-pin={said.value ?? ''}>{said.value !== null && say(PIN_WORDS[said.value])}</span>
    </>
  )
}
