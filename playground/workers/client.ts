import EngineWorker from './engine.ts?worker'
import QuickWorker from './quick-engine.ts?worker'
import { withDifference } from './difference.ts'
import type { CallName, Calls, Evaluation, QuickName, Reply, Request } from './protocol.ts'

/**
 * The worker that answers each key press, one beside it for long work, and one for the population, which a key press changes too and which
 * would wait for the examples otherwise. The second and the third start when they are first asked.
 */
type Lane = 'quick' | 'long' | 'everyone'

interface Waiting {
  readonly resolve: (answer: never) => void
  readonly reject: (problem: Error) => void
}

const workers = new Map<Lane, Worker>()
const waiting = new Map<number, Waiting>()
/** The last evaluation that each has sent: it sends the next as what differs from it. */
const evaluations = new Map<Lane, Evaluation | null>()
let count = 0
let evaluation: number | null = null

function worker(lane: Lane): Worker {
  const running = workers.get(lane)
  if (running !== undefined) return running
  const started = lane === 'quick' ? new QuickWorker({ name: 'heng-quick' }) : new EngineWorker({ name: `heng-${lane}` })
  started.addEventListener('message', (event: MessageEvent<Reply>) => settle(lane, event.data))
  started.addEventListener('error', (event) => fail(event.message))
  workers.set(lane, started)
  return started
}

function settle(lane: Lane, reply: Reply): void {
  // One that nobody waits for any more is what the next differs from nevertheless.
  if ('evaluation' in reply) evaluations.set(lane, withDifference(evaluations.get(lane) ?? null, reply.evaluation))
  const asked = waiting.get(reply.id)
  if (asked === undefined) return
  waiting.delete(reply.id)
  if ('failed' in reply) asked.reject(new Error(reply.failed))
  else if ('evaluation' in reply) asked.resolve(evaluations.get(lane) as never)
  else asked.resolve(reply.answer as never)
}

function fail(message: string): void {
  for (const asked of waiting.values()) asked.reject(new Error(message))
  waiting.clear()
}

/** Asks a worker. An evaluation that a later one overtakes is never answered. */
export function ask<Name extends QuickName>(name: Name, question: Calls[Name]['ask']): Promise<Calls[Name]['answer']>
export function ask<Name extends CallName>(name: Name, question: Calls[Name]['ask'], lane: Exclude<Lane, 'quick'>): Promise<Calls[Name]['answer']>
export function ask<Name extends CallName>(name: Name, question: Calls[Name]['ask'], lane: Lane = 'quick'): Promise<Calls[Name]['answer']> {
  count += 1
  const request: Request<Name> = { id: count, name, ask: question }
  if (name === 'evaluate' && lane === 'quick') {
    if (evaluation !== null) waiting.delete(evaluation)
    evaluation = count
  }
  return new Promise((resolve, reject) => {
    waiting.set(request.id, { resolve: resolve as (answer: never) => void, reject })
    worker(lane).postMessage(request)
  })
}
