/** Newer browsers grow a text area with its text by themselves; in others it is measured. */
const BY_ITSELF = CSS.supports('field-sizing', 'content')

export function grow(area: HTMLTextAreaElement): void {
  if (BY_ITSELF) return
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight + 2}px`
}
