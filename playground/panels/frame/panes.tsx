import { signal } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'
import { LEAST_SHARE, setShares, shares } from '../../state/preferences.ts'
import { say } from '../../words/say.ts'
import { WORDS } from '../../words/words.ts'

export type ViewName = 'source' | 'code' | 'effect'

/** On narrower screens: which views are shown. Below 1,200 px the paper and one other, on a phone one. */
export const shown = signal<ViewName>('effect')

interface PanesProps {
  readonly source: ComponentChildren
  readonly code: ComponentChildren
  readonly effect: ComponentChildren
}

export function Panes({ source, code, effect }: PanesProps) {
  const root = useRef<HTMLElement>(null)
  const { source: first, code: second } = shares.value
  const style = { '--source': `${first}fr`, '--code': `${second}fr`, '--effect': `${1 - first - second}fr` }
  return (
    <main ref={root} class="panes" style={style} data-shown={shown.value}>
      <section class="view" data-view="source" aria-label={say(WORDS.source)}>{source}</section>
      <Divider label={say(WORDS.resizeFirst)} at={first} root={root} class="divider first"
        move={(to) => setShares(to, first + second - to < LEAST_SHARE ? LEAST_SHARE : first + second - to)} />
      <section class="view" data-view="code" aria-label={say(WORDS.code)}>{code}</section>
      <Divider label={say(WORDS.resizeSecond)} at={first + second} root={root} class="divider second" move={(to) => setShares(first, to - first)} />
      <section class="view" id="effect" data-view="effect" aria-label={say(WORDS.effect)} tabIndex={-1}>{effect}</section>
      <Switcher />
    </main>
  )
}

function Switcher() {
  const views = [['source', WORDS.showSource], ['code', WORDS.showCode], ['effect', WORDS.showEffect]] as const
  return (
    <nav class="switcher" aria-label={say(WORDS.views)}>
      {views.map(([name, words]) => (
        <button key={name} type="button" data-show={name} aria-pressed={shown.value === name} onClick={() => { shown.value = name }}>{say(words)}</button>
      ))}
    </nav>
  )
}

interface DividerProps {
  readonly label: string
  /** The place of the divider as a share of the whole width. */
  readonly at: number
  readonly root: { readonly current: HTMLElement | null }
  readonly class: string
  readonly move: (to: number) => void
}

const STEP = 0.02

function Divider({ label, at, root, class: name, move }: DividerProps) {
  const drag = (event: PointerEvent): void => {
    const box = root.current?.getBoundingClientRect()
    if (box === undefined || event.buttons !== 1) return
    move((event.clientX - box.left) / box.width)
  }
  const press = (event: KeyboardEvent): void => {
    const by = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key]
    if (by === undefined) return
    event.preventDefault()
    move(at + by)
  }
  return (
    <div class={name} role="separator" tabIndex={0} aria-orientation="vertical" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(at * 100)}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)} onPointerMove={drag} onKeyDown={press} />
  )
}
