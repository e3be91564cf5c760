import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { ask } from '../workers/client.ts'
import type { CallName, Calls } from '../workers/protocol.ts'

export interface Latest<Answer> {
  /** The last answer there is; it may be about an earlier question. */
  readonly answer: Answer | null
  /** The answer is about what is asked now. */
  readonly current: boolean
  readonly problem: string | null
}

/**
 * The answer of the worker for long work to a question that changes as one types: one question is on its way at a time, the next is the
 * latest, and what lies between is never asked.
 * @param question null: nothing is asked now. It must be the same object as long as it is the same question.
 * @param pause so many milliseconds a question must stand before it is asked
 */
export function useLatest<Name extends CallName>(name: Name, question: Calls[Name]['ask'] | null, pause = 0): Latest<Calls[Name]['answer']> {
  const found = useSignal<{ readonly question: Calls[Name]['ask'] | null; readonly answer: Calls[Name]['answer'] | null; readonly problem: string | null }>({ question: null, answer: null, problem: null })
  const state = useRef<{ wanted: Calls[Name]['ask'] | null; running: boolean; gone: boolean }>({ wanted: null, running: false, gone: false })
  const run = (): void => {
    const now = state.current
    const asked = now.wanted
    if (now.running || now.gone || asked === null) return
    now.running = true
    const done = (answer: Calls[Name]['answer'] | null, problem: string | null): void => {
      now.running = false
      if (now.gone) return
      found.value = { question: asked, answer: answer ?? found.peek().answer, problem }
      if (now.wanted === asked) now.wanted = null
      else run()
    }
    ask(name, asked, 'long').then((answer) => done(answer, null), (problem: Error) => done(null, problem.message))
  }
  useEffect(() => {
    state.current.wanted = null
    if (question === null) return
    const timer = setTimeout(() => {
      state.current.wanted = question
      run()
    }, pause)
    return () => clearTimeout(timer)
  }, [question])
  useEffect(() => {
    state.current.gone = false
    return () => { state.current.gone = true }
  }, [])
  const { answer, problem } = found.value
  return { answer, current: found.value.question === question, problem }
}
