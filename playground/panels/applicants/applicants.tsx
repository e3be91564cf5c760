import { clauseInFocus, evaluated, outcome } from '../../state/store.ts'
import { fill, say } from '../../words/say.ts'
import { WORDS } from '../../words/words.ts'
import type { CardView } from '../../workers/protocol.ts'
import { mine } from '../../dossiers/mine.ts'
import { DOSSIER_WORDS } from '../../words/dossier.ts'
import { Dossiers } from '../dossier/dossier.tsx'
import { Card, concerns } from './card.tsx'

/** Cards of the applicants: first those that the clause in focus concerns, then the others, folded. */
export function Applicants() {
  const now = outcome.value
  const clause = clauseInFocus.value
  if (now === null) return <p class="empty">{say(evaluated.value ? WORDS.noApplicants : WORDS.preparing)}</p>
  const { stale, notes } = now
  const isMine = (card: CardView): boolean => mine.value.some((each) => each.id === card.id)
  const ownCards = now.cards.filter(isMine)
  const cards = now.cards.filter((card) => !isMine(card))
  const touched = (card: CardView): boolean => card.lines.some((line) => concerns(line, clause) && (line.standing !== 'fails' || line.changed))
  const first = cards.filter(touched)
  const others = cards.filter((card) => !touched(card))
  return (
    <div class="applicants">
      {stale.length > 0 && <p class="stale-note" role="status" data-stale>{say(WORDS.stale)}</p>}
      <Dossiers />
      {ownCards.length > 0 && <h3 class="group">{say(DOSSIER_WORDS.mine)} <span class="count">{say(fill(WORDS.countApplicants, { count: ownCards.length }))}</span></h3>}
      {ownCards.map((card) => <Card key={card.id} card={card} folded={false} />)}
      {first.length > 0 && (
        <>
          <h3 class="group">{say(fill(WORDS.touching, { clause: clause ?? '' }))} <span class="count">{say(fill(WORDS.countApplicants, { count: first.length }))}</span></h3>
          {first.map((card) => <Card key={card.id} card={card} folded={false} />)}
        </>
      )}
      <h3 class="group">{say(first.length > 0 ? WORDS.restOf : WORDS.allApplicants)} <span class="count">{say(fill(WORDS.countApplicants, { count: others.length }))}</span></h3>
      <div class="others">{others.map((card) => <Card key={card.id} card={card} folded={first.length > 0} />)}</div>
      {notes.length > 0 && <ul class="notes">{notes.map((note, index) => <li key={index}>{say(note)}</li>)}</ul>}
      <p class="sample-note">{say(WORDS.sample)}</p>
    </div>
  )
}
