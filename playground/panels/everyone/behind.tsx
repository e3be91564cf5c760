import { EVERYONE } from '../../words/everyone.ts'
import { fill, say } from '../../words/say.ts'
import { WORDS } from '../../words/words.ts'
import { Card } from '../applicants/card.tsx'
import { limit, listed, opened, STEP } from './state.ts'
import type { Section } from './state.ts'

/** The enterprises behind the number that was pressed, as cards with their lines; below the chart that it belongs to. */
export function Behind({ section }: { readonly section: Section }) {
  const now = opened.value
  if (now === null || now.section !== section) return null
  const found = listed.value
  return (
    <div class="behind" data-behind={section} role="region" aria-label={now.title}>
      <header class="behind-header">
        <h4>{found === null ? now.title : say(fill(EVERYONE.behind, { title: now.title, count: found.all.toLocaleString('en') }))}</h4>
        <button type="button" class="quiet" data-action="close-behind" onClick={() => { opened.value = null }}>{say(EVERYONE.close)}</button>
      </header>
      {found === null ? <p class="empty">{say(WORDS.loading)}</p> : found.all === 0 ? <p class="empty">{say(EVERYONE.nobodyBehind)}</p> : (
        <>
          {found.cards.map((card) => <Card key={card.id} card={card} folded={!card.changed && found.cards.length > 3} />)}
          <p class="sample-note">
            {say(fill(EVERYONE.behindShown, { shown: found.cards.length, all: found.all.toLocaleString('en') }))}
            {found.cards.length < found.all && <> <button type="button" class="link" data-action="more" onClick={() => { limit.value += STEP }}>{say(fill(EVERYONE.more, { count: Math.min(STEP, found.all - found.cards.length) }))}</button></>}
          </p>
        </>
      )}
    </div>
  )
}
