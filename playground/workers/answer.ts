import { invariant } from '../../src/base/invariant.ts'
import type { CallName, Calls, Reply, Request } from './protocol.ts'

export type Handlers<Name extends CallName> = { readonly [Each in Name]: (ask: Calls[Each]['ask']) => Calls[Each]['answer'] }

let latest: Request<'evaluate'> | null = null

function answer(handlers: Partial<Handlers<CallName>>, request: Request): Reply {
  try {
    const handler = handlers[request.name]
    invariant(handler !== undefined, 'a worker is asked what it answers')
    return { id: request.id, answer: handler(request.ask as never) }
  } catch (problem) {
    return { id: request.id, failed: problem instanceof Error ? `${problem.message}\n${problem.stack ?? ''}` : String(problem) }
  }
}

function isEvaluation(request: Request<CallName>): request is Request<'evaluate'> {
  return request.name === 'evaluate'
}

/** A worker's loop. Of several evaluations that wait, only the last one is made. */
export function answerWith(handlers: Partial<Handlers<CallName>>): void {
  // A message channel runs after the messages that have arrived already, and without the delay of a timer.
  const turn = new MessageChannel()
  turn.port1.onmessage = () => {
    const request = latest
    latest = null
    if (request !== null) self.postMessage(answer(handlers, request))
  }
  self.addEventListener('message', (event: MessageEvent<Request>) => {
    if (!isEvaluation(event.data)) return self.postMessage(answer(handlers, event.data))
    latest = event.data
    turn.port2.postMessage(null)
  })
}
