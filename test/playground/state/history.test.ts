import { expect, test } from 'vitest'
import { begin, record, redo, settle, undo } from '../../../playground/state/history.ts'

const draft = (text: string) => ({ texts: { f: text }, clause: null })

test('edits about the same thing in a row are one step; settled, the next one is its own', () => {
  let history = begin({ f: 'a' })
  history = record(history, draft('b'), 'figure 1')
  history = record(history, draft('c'), 'figure 1')
  history = record(settle(history), draft('d'), 'figure 1')
  expect(undo(history).present.texts['f']).toBe('c')
  expect(undo(undo(history)).present.texts['f']).toBe('a')
  expect(undo(undo(undo(history))).present.texts['f']).toBe('a')
  expect(redo(redo(undo(undo(history)))).present.texts['f']).toBe('d')
})

test('an edit after undo drops what was undone', () => {
  const history = record(undo(record(begin({ f: 'a' }), draft('b'), null)), draft('c'), null)
  expect(redo(history).present.texts['f']).toBe('c')
  expect(undo(history).present.texts['f']).toBe('a')
})
