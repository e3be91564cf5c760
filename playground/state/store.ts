import { batch, computed, effect, signal } from '@preact/signals'
import type { ReadingRef } from '../../src/core/core.ts'
import type { Edit } from '../../src/diagnostics/diagnostic.ts'
import { withFingerprint } from '../figures/write.ts'
import { ask } from '../workers/client.ts'
import type { Evaluation, ExampleView, RenamedNames, Scenario } from '../workers/protocol.ts'
import { catalogue } from './catalogue.ts'
import type { PolicyEntry, Texts } from './catalogue.ts'
import { type Days, daysFrom } from './days.ts'
import { applyEdits, editsBetween } from './edits.ts'
import { begin, record, redo as forward, settle, translated, undo as back } from './history.ts'
import type { History } from './history.ts'
import { moved } from './moved.ts'
import { language } from './preferences.ts'
import { withRetyped } from './retyped.ts'
import { shareStructure } from './share-structure.ts'
import type { Language } from './preferences.ts'

/** The state of the page. Signals are read anywhere; they are written here alone. */

export interface Chosen {
  readonly policy: PolicyEntry
  readonly version: string
  /** The version that the draft is compared with; null: the saved text of the same version. */
  readonly against: string | null
}

/** Sentence, clause and figure in focus. `scroll` counts up when the views should bring it in sight. */
export interface Focus {
  readonly clause: string | null
  readonly figure: string | null
  readonly scroll: number
}

export const chosen = signal<Chosen | null>(null)
/** What kind of text the version is. */
export const edition = computed(() => chosen.value?.policy.versions.find(({ name }) => name === chosen.value?.version)?.edition ?? null)
/** The figure that a first visit to this version is invited to change. */
export const tourEdit = computed(() => (chosen.value?.policy.tour?.version === chosen.value?.version ? chosen.value?.policy.tour ?? null : null))
/** The version as it is saved. */
export const saved = signal<Texts>({})
/** The same as it was loaded, whatever the surface on the screen: by it a stored draft knows its version again. */
export const original = signal<Texts>({})
/** What the draft is compared with. */
export const base = signal<Texts>({})
export const others = signal<Texts>({})
export const history = signal<History>(begin({}))
export const texts = computed<Texts>(() => history.value.present.texts)
export const canUndo = computed(() => history.value.past.length > 0)
export const canRedo = computed(() => history.value.future.length > 0)
/** The latest answer of the worker, its spans moved to where they are in `texts`. */
export const evaluation = signal<Evaluation | null>(null)
/** What the policy's own examples say; they run beside the rest, and say nothing while the text has an error. */
export const examples = signal<readonly ExampleView[]>([])
/** The worker has not answered yet for what is on the screen. */
export const waiting = signal(false)
/** The worker cannot run: why. */
export const failure = signal<string | null>(null)
/** The clause that the address names, until one does something: the cursor goes into its code. */
export const named = signal<string | null>(null)
export const focus = signal<Focus>({ clause: null, figure: null, scroll: 0 })
/** Lines whose reasoning is open although their clause is not in focus, by `lineKey`. */
export const explained = signal<readonly string[]>([])
export const clauseInFocus = computed(() => focus.value.clause)
/** What the policy does for the applicants: the same object until an answer says otherwise, whatever is typed before it. */
export const outcome = computed(() => evaluation.value?.effect ?? null)
/** There is an answer. */
export const evaluated = computed(() => evaluation.value !== null)
export const applicant = signal<string | null>(null)
export const readings = signal<readonly ReadingRef[]>([])
export const days = signal<Days>(daysFrom({}))

/** Dossiers of one's own, as a text that the intake reads; null when there are none. */
export const ownDossiers = signal<string | null>(null)
const OWN_PATH = 'own/dossiers/applicants.json'

const NO_RENAMES: RenamedNames = []
/** Names of the vocabulary that the draft has changed; the dossiers still have the old ones. */
export const renames = computed<RenamedNames>(() => (evaluation.value === null || evaluation.value.renames.length === 0 ? NO_RENAMES : evaluation.value.renames))

/** What is evaluated beside the text. */
export const scenario = computed<Scenario>(() => ({ ...days.value, renames: renames.value, readings: readings.value, others: ownDossiers.value === null ? others.value : { [OWN_PATH]: ownDossiers.value, ...others.value } }))

export type EffectTab = 'applicants' | 'everyone' | 'figures' | 'changes' | 'readings' | 'findings'
export const tab = signal<EffectTab>('applicants')

// ---------------------------------------------------------------- choosing

/** Drafts of versions that were left for another one, by folder and version: coming back finds them. */
const left = new Map<string, { readonly history: History; readonly language: Language }>()
const nameOf = (policy: PolicyEntry, version: string): string => `${policy.folder}/${version}`

function leave(): void {
  const now = chosen.peek()
  if (now === null) return
  left.delete(nameOf(now.policy, now.version))
  if (canUndo.peek()) left.set(nameOf(now.policy, now.version), { history: settle(history.peek()), language: language.peek() })
}

export async function openVersion(policy: PolicyEntry, version: string, against: string | null = null): Promise<void> {
  leave()
  const loaded = await policy.load()
  const [files, compared] = await inSurface([loaded.versions[version] ?? {}, loaded.versions[against ?? version] ?? {}], language.peek())
  const draft = left.get(nameOf(policy, version))
  const resumed = draft === undefined ? begin(files ?? {}) : draft.language === language.peek() ? draft.history : await historyIn(draft.history, language.peek())
  batch(() => {
    // What was in focus belongs to the other policy.
    if (chosen.peek()?.policy.folder !== policy.folder) days.value = daysFrom(loaded.others)
    if (chosen.peek() !== null && chosen.peek()?.policy.folder !== policy.folder) focus.value = { ...focus.peek(), clause: null, figure: null }
    chosen.value = { policy, version, against }
    saved.value = files ?? {}
    original.value = loaded.versions[version] ?? {}
    base.value = compared ?? {}
    others.value = loaded.others
    history.value = resumed
    evaluation.value = null
    examples.value = []
    explained.value = []
    readings.value = []
    applicant.value = null
  })
}

/** Compares the draft with another version, or with its saved text; the draft stays. */
export async function compareWith(against: string | null): Promise<void> {
  const now = chosen.peek()
  if (now === null) return
  const loaded = await now.policy.load()
  const [compared] = await inSurface([loaded.versions[against ?? now.version] ?? {}], language.peek())
  batch(() => {
    chosen.value = { ...now, against }
    base.value = compared ?? {}
  })
}

async function inSurface(versions: readonly Texts[], to: Language): Promise<readonly Texts[]> {
  return to === 'zh' ? versions : ask('translate', { texts: versions, to })
}

const statesOf = (of: History): readonly Texts[] => [of.present, ...of.past, ...of.future].map((each) => each.texts)

async function translations(all: readonly Texts[], to: Language): Promise<(texts: Texts) => Texts> {
  const distinct = [...new Set(all)]
  const answers = await ask('translate', { texts: distinct, to })
  const by = new Map(distinct.map((each, index) => [each, answers[index] ?? each]))
  return (texts) => by.get(texts) ?? texts
}

async function historyIn(of: History, to: Language): Promise<History> {
  return translated(of, await translations(statesOf(of), to))
}

/** Both the page and the surface of the code; undo goes on in the other language. */
export async function switchLanguage(to: Language): Promise<void> {
  const translate = await translations([saved.peek(), base.peek(), ...statesOf(history.peek())], to)
  batch(() => {
    language.value = to
    saved.value = translate(saved.peek())
    base.value = translate(base.peek())
    history.value = translated(history.peek(), translate)
  })
}

// ---------------------------------------------------------------- editing

function show(next: History): void {
  const before = texts.peek()
  batch(() => {
    history.value = next
    const known = evaluation.peek()
    if (known !== null) evaluation.value = moved(known, next.present.texts, editsBetween(before, next.present.texts))
  })
}

/**
 * Makes edits, all in one step of undo. Edits with the same `about` that follow each other are one step.
 * Their spans are of the texts as they are now.
 */
export function edit(changes: readonly Edit[], about: string | null = null): void {
  if (changes.length === 0) return
  const before = texts.peek()
  // While the worker reads another surface, the spans on the screen are of the earlier one.
  const shown = evaluation.peek()
  if (shown !== null && shown.texts !== before) return
  const edits = withFingerprint(before, changes)
  const after = applyEdits(before, edits)
  const known = evaluation.peek()
  batch(() => {
    history.value = record(history.peek(), { texts: after, clause: focus.peek().clause }, about)
    if (known !== null) evaluation.value = moved(known, after, edits)
  })
}

export function endStep(): void {
  history.value = settle(history.peek())
}

export function undo(): void {
  show(back(history.peek()))
}

export function redo(): void {
  show(forward(history.peek()))
}

/** Goes on with texts that were stored, in the surface of the page, as a step that undo takes back. */
export async function restore(stored: { readonly texts: Texts; readonly language: Language }): Promise<void> {
  const to = language.peek()
  const [wanted = stored.texts] = stored.language === to ? [stored.texts] : await ask('translate', { texts: [stored.texts], to })
  const known = Object.fromEntries(Object.keys(saved.peek()).map((file) => [file, wanted[file] ?? saved.peek()[file] ?? '']))
  show(record(history.peek(), { texts: known, clause: focus.peek().clause }, null))
}

/** The draft was kept: `shown` as the page shows it, `stored` as it lies in its folder. */
export function keptAs(shown: Texts, stored: Texts, beside: Texts): void {
  batch(() => {
    saved.value = shown
    original.value = stored
    others.value = beside
    if (chosen.peek()?.against === null) base.value = shown
  })
}

/** Goes back to the saved text, as a step that undo takes back. */
export function discard(): void {
  edit(editsBetween(texts.peek(), saved.peek()))
}

// ---------------------------------------------------------------- focus

export function focusOn(clause: string | null, figure: string | null = null, scroll = true): void {
  const now = focus.peek()
  if (now.clause === clause && now.figure === figure && !scroll) return
  focus.value = { clause, figure, scroll: scroll ? now.scroll + 1 : now.scroll }
}

// ---------------------------------------------------------------- the worker

/** Asks for an evaluation whenever something that it depends on has changed. */
export function startEvaluating(): void {
  effect(() => {
    const situation = { texts: texts.value, base: base.value, scenario: scenario.value, explain: { clause: clauseInFocus.value, lines: explained.value } }
    if (Object.keys(situation.texts).length === 0) return
    waiting.value = true
    ask('evaluate', situation).then(
      (answer) => {
        // An answer about a text that is no longer there is dropped: the next one is on its way.
        if (texts.peek() !== situation.texts) return
        batch(() => {
          // The very object, so that one can tell whether the answer is about what is on the screen.
          const drawn = evaluation.peek()
          evaluation.value = { ...(drawn === null ? answer : shareStructure(drawn, { ...answer, figures: withRetyped(drawn.figures, answer.figures, situation.texts) })), texts: situation.texts }
          waiting.value = false
          failure.value = null
        })
        const first = answer.outline.find(({ kind, id }) => kind === 'clause' && id !== null)
        if (focus.peek().clause === null && first !== undefined) focusOn(first.id)
      },
      (problem: Error) => {
        waiting.value = false
        failure.value = problem.message
      },
    )
  })
}

let running = false
/** The examples wait until the answer is on the screen and the hands rest: they never take the processor from the next key press. */
const REST = 400

/** Runs the examples on the latest text, one run at a time. */
export function startExamples(): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const run = (): void => {
    const asked = texts.peek()
    if (running || Object.keys(asked).length === 0 || evaluation.peek() === null) return
    running = true
    ask('examples', { texts: asked }, 'long').then(
      (answer) => {
        running = false
        if (answer !== null) examples.value = answer
        if (texts.peek() !== asked) wait()
      },
      () => { running = false },
    )
  }
  const wait = (): void => {
    clearTimeout(timer)
    timer = setTimeout(run, REST)
  }
  let about: Texts | null = null
  effect(() => {
    const now = evaluation.value
    if (now === null) return
    const changed = now.texts !== about
    about = now.texts
    if (changed) clearTimeout(timer)
    if (!waiting.value) wait()
  })
}

export function entryOf(folder: string | null): PolicyEntry | undefined {
  return catalogue.peek().find((each) => each.folder === folder) ?? catalogue.peek()[0]
}
