import type { Edit } from '../../src/diagnostics/diagnostic.ts'
import type { Texts } from '../state/catalogue.ts'
import { language } from '../state/preferences.ts'
import { edit, evaluation, focus, scenario, texts } from '../state/store.ts'
import { ask } from '../workers/client.ts'

/** Makes the edits, unless the text has changed since they were worked out. */
function make(edits: readonly Edit[] | null, about: Texts): boolean {
  if (edits === null || texts.peek() !== about || evaluation.peek()?.texts !== about) return false
  edit(edits)
  return true
}

/** Writes an applicant's card into the policy, beside the clause in focus. */
export async function pinApplicant(applicant: string): Promise<boolean> {
  const now = texts.peek()
  return make(await ask('pin', { texts: now, scenario: scenario.peek(), applicant, clause: focus.peek().clause, surface: language.peek() }, 'long'), now)
}

/** Lets an example expect what comes out now. */
export async function acceptResult(example: string, reason: string): Promise<boolean> {
  const now = texts.peek()
  return make(await ask('accept', { texts: now, example, reason, surface: language.peek() }, 'long'), now)
}
