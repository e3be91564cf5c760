import { computed, effect, signal } from '@preact/signals'
import { stepped } from '../../figures/number.ts'
import { figureEdits, withFingerprint } from '../../figures/write.ts'
import { applyEdits } from '../../state/edits.ts'
import { evaluation, focus, waiting } from '../../state/store.ts'
import type { Texts } from '../../state/catalogue.ts'
import { ask } from '../../workers/client.ts'
import type { FigureStepAnswer, PopulationAsk } from '../../workers/population-protocol.ts'
import type { Figure } from '../../workers/protocol.ts'
import { question } from '../everyone/state.ts'

/** What a step of each figure costs over the population. It is asked for one figure at a time, and anew after each edit. */
export interface Known {
  readonly about: PopulationAsk
  readonly answer: FigureStepAnswer | null
}

export const known = signal<ReadonlyMap<string, Known>>(new Map())
/** The figures that are on the screen. */
export const listed = signal<readonly Figure[]>([])
/** The size of the population, as the answers say; null: there is none, or none has come. */
export const population = computed(() => [...known.value.values()].find(({ answer }) => answer !== null)?.answer ?? null)
/** There are answers, and none of them has a population. */
export const without = computed(() => known.value.size > 0 && population.value === null)
/** After an edit, before the first question. */
const WAIT = 300

/** The draft with the figure so many steps further; null where that leads nowhere. */
function textsWith(texts: Texts, figure: Figure, steps: number): Texts | null {
  const digits = stepped(figure.digits, figure.unit, steps)
  const edits = Number(digits) === Number(figure.digits) ? [] : figureEdits(texts, figure, digits)
  return edits.length === 0 ? null : applyEdits(texts, withFingerprint(texts, edits))
}

/** The figure that is asked for next: those of the clause in focus come first. */
const next = computed((): Figure | null => {
  const about = question.value
  const open = listed.value.filter((each) => known.value.get(each.id)?.about !== about)
  return open.find((each) => each.clause === focus.value.clause) ?? open[0] ?? null
})

/** Asks as long as the table is on the screen. */
export function startSteps(): () => void {
  // Figures of another policy may have the same names.
  if ([...known.peek().values()].some(({ about }) => about.scenario.others !== question.peek().scenario.others)) known.value = new Map()
  let stopped = false
  let running = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = (milliseconds: number): void => {
    clearTimeout(timer)
    timer = setTimeout(run, milliseconds)
  }
  const run = (): void => {
    const [figure, about] = [next.peek(), question.peek()]
    if (stopped || running || figure === null || evaluation.peek()?.texts !== about.texts || waiting.peek()) return
    const up = textsWith(about.texts, figure, 1)
    const take = (answer: FigureStepAnswer | null): void => {
      running = false
      known.value = new Map(known.peek()).set(figure.id, { about, answer })
      // After an edit meanwhile the next figure may be the one that was next before: no effect would tell.
      if (next.peek() !== null) wait(0)
    }
    if (up === null) return take(null)
    running = true
    ask('figureStep', { population: about, up, down: textsWith(about.texts, figure, -1) }, 'everyone').then(take, () => take(null))
  }
  let asked: PopulationAsk | null = null
  const stop = effect(() => {
    if (next.value === null || waiting.value || evaluation.value === null) return
    wait(asked === question.value ? 0 : WAIT)
    asked = question.value
  })
  return () => {
    stopped = true
    clearTimeout(timer)
    stop()
  }
}
