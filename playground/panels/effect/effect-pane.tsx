import { useEffect } from 'preact/hooks'
import { language } from '../../state/preferences.ts'
import { chosen, evaluation, tab } from '../../state/store.ts'
import type { EffectTab } from '../../state/store.ts'
import { say } from '../../words/say.ts'
import { WORDS } from '../../words/words.ts'
import { Applicants } from '../applicants/applicants.tsx'
import { Later } from './later.tsx'

const TABS: readonly EffectTab[] = ['applicants', 'everyone', 'figures', 'changes', 'readings', 'findings']

/** The tabs that are loaded when they are first opened. */
const LATER = {
  everyone: () => import('../everyone/everyone.tsx').then((module) => module.Everyone),
  figures: () => import('../figures/figures.tsx').then((module) => module.Figures),
  changes: () => import('../changes/changes.tsx').then((module) => module.Changes),
  readings: () => import('../readings/readings.tsx').then((module) => module.Readings),
  findings: () => import('../findings/findings.tsx').then((module) => module.Findings),
}

export function EffectPane() {
  const open = tab.value
  const words = language.value
  // The bar scrolls where it is narrow: the tab that is open is in sight.
  useEffect(() => document.getElementById(`tab-${open}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' }), [open, words])
  const press = (event: KeyboardEvent): void => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
    if (by === undefined) return
    const next = TABS[(TABS.indexOf(open) + by + TABS.length) % TABS.length]
    if (next === undefined) return
    tab.value = next
    document.getElementById(`tab-${next}`)?.focus()
  }
  return (
    <>
      <div class="view-bar tab-bar" role="tablist" aria-label={say(WORDS.tabs)} onKeyDown={press}>
        {TABS.map((each) => (
          <button key={each} type="button" role="tab" id={`tab-${each}`} data-tab={each} aria-selected={open === each} aria-controls="tab-panel" tabIndex={open === each ? 0 : -1} onClick={() => { tab.value = each }}>
            {say(WORDS[each])}<Count of={each} />
          </button>
        ))}
      </div>
      <div class="effect-scroll" role="tabpanel" id="tab-panel" aria-labelledby={`tab-${open}`} tabIndex={0}>
        {open === 'applicants' ? <Applicants /> : <Later key={`${open} ${chosen.value?.policy.folder} ${chosen.value?.version}`} load={LATER[open]} />}
      </div>
    </>
  )
}

function Count({ of }: { readonly of: EffectTab }) {
  const now = evaluation.value
  if (now === null) return null
  const count = of === 'findings' ? now.findings.filter((each) => each.severity !== 'information').length
    : of === 'changes' ? now.changes.figures.length + now.changes.statements.length + now.changes.drifted.length + now.changes.added.length + now.changes.removed.length : 0
  return count === 0 ? null : <span class="count"> {count}</span>
}
