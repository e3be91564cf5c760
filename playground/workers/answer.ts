import { invariant } from '../../src/base/invariant.ts'
import { differenceOf } from './difference.ts'
import type { CallName, Calls, Evaluation, Reply, Request } from './protocol.ts'

export type Handlers<Name extends CallName> = { readonly [Each in Name]: (ask: Calls[Each]['ask']) => Calls[Each]['answer'] }

type Some = Partial<Handlers<CallName>>

let latest: Request<'evaluate'> | null = null
/** What the page has. */
let sent: Evaluation | null = null

function answer(handlers: Some, request: Request): Reply {
  try {
    const handler = handlers[request.name]
    invariant(handler !== undefined, 'a worker is asked what it answers')
    return { id: request.id, answer: handler(request.ask as never) }
  } catch (problem) {
    return failed(request, problem)
  }
}

function answerEvaluation(handlers: Some, request: Request<'evaluate'>): Reply {
  const reply = answer(handlers, request)
  if (!('answer' in reply)) return reply
  const evaluation = reply.answer as Evaluation
  const difference = differenceOf(sent, evaluation)
  sent = evaluation
  return { id: reply.id, evaluation: difference }
}

function failed({ id }: Request, problem: unknown): Reply {
  return { id, failed: problem instanceof Error ? `${problem.message}\n${problem.stack ?? ''}` : String(problem) }
}

function isEvaluation(request: Request<CallName>): request is Request<'evaluate'> {
  return request.name === 'evaluate'
}

/** The rest of the code is fetched so long after an answer: the page draws the first effect before. */
const PAUSE = 500

/** A worker's loop. Of several evaluations that wait, only the last one is made. What `others` answer is loaded after the first evaluation. */
export function answerWith(handlers: Some, others: () => Promise<Some> = () => Promise.resolve({})): void {
  let loading: Promise<Some> | null = null
  const load = (): Promise<Some> => loading ??= others()
  const answerLater = (request: Request): void => {
    void load().then((loaded) => self.postMessage(answer(loaded, request)), (problem: unknown) => self.postMessage(failed(request, problem)))
  }
  // A message channel runs after the messages that have arrived already, and without the delay of a timer.
  const turn = new MessageChannel()
  turn.port1.onmessage = () => {
    const request = latest
    latest = null
    if (request === null) return
    self.postMessage(answerEvaluation(handlers, request))
    if (loading === null) setTimeout(() => void load().catch(() => null), PAUSE)
  }
  self.addEventListener('message', (event: MessageEvent<Request>) => {
    if (isEvaluation(event.data)) {
      latest = event.data
      turn.port2.postMessage(null)
    } else if (event.data.name in handlers) self.postMessage(answer(handlers, event.data))
    else answerLater(event.data)
  })
}
