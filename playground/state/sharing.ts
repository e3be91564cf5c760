import { signal } from '@preact/signals'
import { decodePatch, encodePatch, PREFIX } from '../share/link.ts'
import { ask } from '../workers/client.ts'
import { language } from './preferences.ts'
import { chosen, original, restore, texts } from './store.ts'

/** What became of the link that the page was opened with. */
export type Received = { readonly kind: 'broken' } | { readonly kind: 'opened'; readonly refused: readonly string[] }
export const received = signal<Received | null>(null)

/** A link to the draft: the version's address, and what the draft changes. Sample data and dossiers are not in it. */
export async function makeLink(): Promise<string> {
  const patch = await ask('share', { texts: texts.peek(), original: original.peek(), surface: language.peek() })
  const address = new URL(location.href)
  address.hash = ''
  const nothing = patch.statements.length + patch.sentences.length + patch.added.length + patch.removed.length === 0
  return address.href.replace(/#$/, '') + (nothing ? '' : encodePatch(patch))
}

/** Opens the draft of the link in the address, what of it still fits. The address is then free of it: the draft is the page's own. */
export async function openLink(): Promise<void> {
  if (!location.hash.startsWith(PREFIX) || chosen.peek() === null) return
  const patch = decodePatch(location.hash)
  window.history.replaceState(window.history.state, '', location.pathname + location.search)
  if (patch === null) {
    received.value = { kind: 'broken' }
    return
  }
  const { texts: shown, refused } = await ask('receive', { original: original.peek(), patch, surface: language.peek() })
  await restore({ texts: shown, language: language.peek() })
  received.value = { kind: 'opened', refused }
}
