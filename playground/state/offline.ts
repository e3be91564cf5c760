import { effect } from '@preact/signals'
import { evaluation } from './store.ts'

/** After the first answer: nothing that one waits for is held up. */
const WAIT = 5_000

/** Lets the browser keep the page, so that it opens and works without a network. Where it cannot, all else works the same. */
export function keepForOffline(): void {
  if (!('serviceWorker' in navigator)) return
  const stop = effect(() => {
    if (evaluation.value === null) return
    queueMicrotask(() => stop())
    setTimeout(() => {
      navigator.serviceWorker.register('./offline.js').then(() => navigator.serviceWorker.ready).then(({ active }) => active?.postMessage('keep'), () => undefined)
    }, WAIT)
  })
}
