import { effect } from '@preact/signals'
import { openServed } from '../folder/own.ts'
import { searched } from './autosave.ts'
import { received } from './sharing.ts'
import { chosen, entryOf, evaluation, focus, focusOn, named, openVersion, texts, waiting } from './store.ts'

/** `?policy=FOLDER&version=NAME&clause=6.1`, both ways. What a link names and the page has not is left out. */
const ID = /^[\w.-]{1,32}$/u

export async function openFromAddress(): Promise<void> {
  await openServed()
  const asked = new URLSearchParams(location.search)
  const policy = entryOf(asked.get('policy'))
  if (policy === undefined) return
  const version = policy.versions.find((each) => each.name === asked.get('version')) ?? policy.versions[0]
  if (version === undefined) return
  const missing = [[asked.get('policy'), policy.folder], [asked.get('version'), version.name]].find(([wanted, found]) => wanted !== null && wanted !== found)
  if (missing !== undefined) received.value = { kind: 'elsewhere', name: missing[0] ?? '' }
  await openVersion(policy, version.name)
  const clause = [asked.get('clause'), policy.tour?.clause].find((each) => each != null && ID.test(each)) ?? null
  if (clause === null) return
  focusOn(clause)
  const link = asked.get('clause') === clause ? clause : null
  if (link !== null) nameClause(link)
}

/** With a keyboard the cursor goes there; the first key or click says where it goes from then on. */
function nameClause(clause: string): void {
  if (!matchMedia('(pointer: fine)').matches) return
  named.value = clause
  for (const kind of ['keydown', 'pointerdown']) document.addEventListener(kind, () => { named.value = null }, { once: true, capture: true })
}

/** Where the address names a clause that the text has not, nor a draft of one's own: the first clause is opened, and that is said. */
export function mendAddress(): void {
  let done = false
  effect(() => {
    const now = evaluation.value
    if (done || !searched.value || now === null || now.texts !== texts.value || waiting.value) return
    done = true
    const { clause } = focus.peek()
    const first = now.outline.find(({ kind }) => kind === 'clause')?.id ?? null
    if (clause === null || first === null || now.outline.some(({ id }) => id === clause)) return
    if (received.peek() === null) received.value = { kind: 'no-clause', clause, first }
    focusOn(first)
  })
}

/** The address says where one is, so that it can be sent; what else is in it stays. */
export function followAddress(): void {
  effect(() => {
    const now = chosen.value
    const { clause } = focus.value
    if (now === null) return
    const address = new URL(location.href)
    address.searchParams.set('policy', now.policy.folder)
    address.searchParams.set('version', now.version)
    if (clause === null) address.searchParams.delete('clause')
    else address.searchParams.set('clause', clause)
    if (address.href !== location.href) window.history.replaceState(window.history.state, '', address)
  })
}
