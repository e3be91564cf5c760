import { redo, undo } from './store.ts'

/** Undo and redo for the page as a whole, whatever view has the keyboard. Nothing is done while an input method composes. */
export function listenForKeys(): void {
  window.addEventListener('keydown', (event) => {
    if (event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey)) return
    // A search box, a form or a link has an undo of its own: what is typed there is not the policy's text.
    if (event.target instanceof Element && (event.target.matches('[type="text"]:not(.figure-field), input:not([type]), [type="search"], [readonly]') || event.target.closest('.find-widget') !== null)) return
    const key = event.key.toLowerCase()
    const back = key === 'z' && !event.shiftKey
    const forth = key === 'y' || (key === 'z' && event.shiftKey)
    if (!back && !forth) return
    event.preventDefault()
    if (back) undo()
    else redo()
  }, { capture: true })
}

/** A menu closes with Escape, and when one goes on elsewhere. */
export function closeMenus(): void {
  const close = (except: Node | null): void => {
    for (const menu of document.querySelectorAll<HTMLDetailsElement>('details.menu[open]')) {
      if (except !== null && menu.contains(except)) continue
      // Whoever was in it by keyboard goes on from where it was opened.
      if (except === null && menu.contains(document.activeElement)) menu.querySelector('summary')?.focus()
      menu.open = false
    }
  }
  window.addEventListener('keydown', (event) => { if (event.key === 'Escape') close(null) })
  window.addEventListener('pointerdown', (event) => close(event.target instanceof Node ? event.target : null))
}
