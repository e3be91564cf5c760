import { useSignal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useEffect } from 'preact/hooks'
import { fill, say } from '../../words/say.ts'
import { WORDS } from '../../words/words.ts'

/** A view that is loaded when it is first shown. */
export function Later({ load }: { readonly load: () => Promise<ComponentType> }) {
  const loaded = useSignal<{ readonly View: ComponentType } | { readonly problem: string } | null>(null)
  useEffect(() => {
    load().then((View) => { loaded.value = { View } }, (problem: Error) => { loaded.value = { problem: problem.message } })
  }, [])
  const now = loaded.value
  if (now === null) return <p class="empty">{say(WORDS.loading)}</p>
  if ('problem' in now) return <p class="empty" role="alert">{say(fill(WORDS.failed, { problem: now.problem }))}</p>
  return <now.View />
}
