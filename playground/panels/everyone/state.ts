import { batch, computed, effect, signal } from '@preact/signals'
import { base, chosen, days, explained, focus, others, readings, texts, waiting } from '../../state/store.ts'
import { ask } from '../../workers/client.ts'
import type { CurveAnswer, EnterprisesAnswer, Group, PopulationAnswer, PopulationAsk, PopulationView } from '../../workers/population-protocol.ts'
import type { CallName, Calls } from '../../workers/protocol.ts'

/** The state of the view. Of each question one is on its way at a time; an answer that is overtaken is dropped. */

/** null: as the policy's file says. */
export const size = signal<{ readonly count: number | null; readonly seed: string | null }>({ count: null, seed: null })
export const answer = signal<PopulationAnswer | null>(null)
/** What the answer is about; while it is another than the question, the numbers are those of an earlier text. */
const answered = signal<PopulationAsk | null>(null)
export const failure = signal<string | null>(null)
/** What the population is asked for. */
export const question = computed((): PopulationAsk => ({
  texts: texts.value, base: base.value, scenario: { ...days.value, renames: [], readings: readings.value, others: others.value }, count: size.value.count, seed: size.value.seed,
}))
export const view = computed((): PopulationView | null => (answer.value?.kind === 'view' ? answer.value.view : null))

export type Section = 'measures' | 'agencies' | 'payers' | 'changes' | 'standings' | 'uncounted'
export interface Opened {
  readonly section: Section
  readonly group: Group
  readonly title: string
}

export const STEP = 20
/** The number whose enterprises are listed. */
export const opened = signal<Opened | null>(null)
export const limit = signal(STEP)
export const listed = signal<EnterprisesAnswer | null>(null)

export interface CurveChosen {
  readonly clause: string
  readonly entity: string
  readonly field: string
}
export const curveAsked = signal<CurveChosen | null>(null)
/** `undefined`: none has been drawn yet. */
export const curve = signal<CurveAnswer | null | undefined>(undefined)

/** The clause and fact to draw: what was chosen, else the clause in focus, else the first; of it the first fact that it reads. */
export const curveChosen = computed((): CurveChosen | null => {
  const choices = view.value?.curves ?? []
  const asked = curveAsked.value
  const choice = choices.find((each) => each.clause === asked?.clause) ?? choices.find((each) => each.clause === focus.value.clause && each.fields.some(({ read }) => read)) ?? choices.find((each) => each.fields.some(({ read }) => read)) ?? choices[0]
  const field = choice?.fields.find((each) => each.field === asked?.field && each.entity === asked.entity) ?? choice?.fields[0]
  return choice === undefined || field === undefined ? null : { clause: choice.clause, entity: field.entity, field: field.field }
})

export const settled = computed(() => answered.value === question.value && answer.value !== null)

export function open(next: Opened): void {
  const same = JSON.stringify(plain(opened.peek())) === JSON.stringify(plain(next))
  batch(() => {
    opened.value = same ? null : next
    limit.value = STEP
    listed.value = null
  })
}

export const isOpen = (section: Section, group: Group): boolean => opened.value?.section === section && JSON.stringify(plain(opened.value.group)) === JSON.stringify(plain(group))

/** Amounts as texts: JSON has no numbers of any size. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return String(value)
  return value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)])) : value
}

/** A curve is asked for when the hands rest, in milliseconds: where it takes long, it would keep the numbers of the next key press waiting. */
const REST = 250

/** Asks whenever the question is another one, and has been for `pause` milliseconds; the next goes out when the answer to the last has come. */
function follow<Name extends CallName>(name: Name, asked: () => Calls[Name]['ask'] | null, take: (answer: Calls[Name]['answer'], asked: Calls[Name]['ask']) => void, pause = 0): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let running = false
  let stopped = false
  let next: Calls[Name]['ask'] | null = null
  let last: Calls[Name]['ask'] | null = null
  const run = (): void => {
    if (running || stopped || next === null) return
    const current = next
    next = null
    last = current
    running = true
    ask(name, current, 'everyone').then(
      (found) => {
        running = false
        if (!stopped && next === null) take(found, current)
        run()
      },
      (problem: Error) => {
        running = false
        failure.value = problem.message
        run()
      },
    )
  }
  const stop = effect(() => {
    const wanted = asked()
    next = wanted === last ? null : wanted
    clearTimeout(timer)
    if (pause === 0) run()
    else timer = setTimeout(run, pause)
  })
  return () => {
    stopped = true
    clearTimeout(timer)
    stop()
  }
}

/** The version that the answers are about. */
let about: string | null = null

/** Numbers of another policy are none of this one, not even for a moment. */
function forget(): void {
  const now = chosen.peek()
  const name = `${now?.policy.folder} ${now?.version}`
  if (about === name) return
  about = name
  batch(() => {
    answer.value = null
    answered.value = null
    opened.value = null
    listed.value = null
    curveAsked.value = null
    curve.value = undefined
    size.value = { count: null, seed: null }
  })
}

/** Starts asking, as long as the view is on the screen. */
export function startWeighing(): () => void {
  forget()
  const stops = [
    // The sample applicants come first: nothing is asked before they are answered.
    follow('population', () => (Object.keys(question.value.texts).length === 0 || waiting.value ? null : question.value), (found, about) => batch(() => {
      answer.value = found
      answered.value = about
      failure.value = null
    })),
    follow('enterprises', () => {
      const now = opened.value
      // The list follows the numbers: while they are of an earlier text, nothing is asked.
      return now === null || !settled.value ? null : { population: question.peek(), group: now.group, limit: limit.value, explain: { clause: focus.value.clause, lines: explained.value } }
    }, (found) => { listed.value = found }),
    follow('curve', () => {
      const now = curveChosen.value
      return now === null || !settled.value ? null : { population: question.peek(), ...now }
    }, (found) => { curve.value = found }, REST),
  ]
  return () => { for (const stop of stops) stop() }
}
