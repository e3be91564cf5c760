import { HANDLERS } from './handlers.ts'
import type { CallName, Reply, Request } from './protocol.ts'

/** The worker's loop. Of several evaluations that wait, only the last one is made. */
let latest: Request<'evaluate'> | null = null

function answer(request: Request): Reply {
  try {
    return { id: request.id, answer: HANDLERS[request.name](request.ask as never) }
  } catch (problem) {
    return { id: request.id, failed: problem instanceof Error ? `${problem.message}\n${problem.stack ?? ''}` : String(problem) }
  }
}

function isEvaluation(request: Request<CallName>): request is Request<'evaluate'> {
  return request.name === 'evaluate'
}

// A message channel runs after the messages that have arrived already, and without the delay of a timer.
const turn = new MessageChannel()
turn.port1.onmessage = () => {
  const request = latest
  latest = null
  if (request !== null) self.postMessage(answer(request))
}

self.addEventListener('message', (event: MessageEvent<Request>) => {
  if (!isEvaluation(event.data)) return self.postMessage(answer(event.data))
  latest = event.data
  turn.port2.postMessage(null)
})
