import { signal } from '@preact/signals'
import { mine, receiveDossiers } from '../dossiers/mine.ts'
import { PREFIX } from '../share/address.ts'
import { ask } from '../workers/client.ts'
import { fingerprintOf } from './drafts.ts'
import { language } from './preferences.ts'
import { chosen, original, restore, texts } from './store.ts'

/** What became of the link that the page was opened with. */
export type Received =
  | { readonly kind: 'broken' }
  /** The policy or the version that the address names is not among those of this page. */
  | { readonly kind: 'elsewhere'; readonly name: string }
  /** The clause that the address names is none of the text. */
  | { readonly kind: 'no-clause'; readonly clause: string; readonly first: string }
  | { readonly kind: 'opened'; readonly changed: boolean; readonly refused: readonly string[]; readonly dossiers: number }
export const received = signal<Received | null>(null)

/** A link to the draft: the version's address, and what the draft changes. Dossiers are in it only when that is asked for. */
export async function makeLink(withDossiers: boolean): Promise<string> {
  const { encodeLink } = await import('../share/link.ts')
  const patch = await ask('share', { texts: texts.peek(), original: original.peek(), surface: language.peek() })
  const address = new URL(location.href)
  address.hash = ''
  const dossiers = withDossiers ? mine.peek() : []
  const nothing = patch.statements.length + patch.sentences.length + patch.added.length + patch.removed.length + dossiers.length === 0
  return address.href.replace(/#$/, '') + (nothing ? '' : encodeLink({ patch, base: fingerprintOf(original.peek()), dossiers }))
}

/** Opens the draft of the link in the address, what of it still fits. The address is then free of it: the draft is the page's own. */
export async function openLink(): Promise<void> {
  if (!location.hash.startsWith(PREFIX) || chosen.peek() === null) return
  const { hash } = location
  const { decodeLink } = await import('../share/link.ts')
  const sent = decodeLink(hash)
  window.history.replaceState(window.history.state, '', location.pathname + location.search)
  if (sent === null) {
    received.value = { kind: 'broken' }
    return
  }
  // A draft of another policy has nothing to do here.
  if (received.peek()?.kind === 'elsewhere') return
  const { texts: shown, refused } = await ask('receive', { original: original.peek(), patch: sent.patch, surface: language.peek() })
  await restore({ texts: shown, language: language.peek() })
  received.value = { kind: 'opened', changed: sent.base !== null && sent.base !== fingerprintOf(original.peek()), refused, dossiers: receiveDossiers(sent.dossiers) }
}
