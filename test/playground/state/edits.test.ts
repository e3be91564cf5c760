import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdits, editBetween, moveSpan } from '../../../playground/state/edits.ts'

test('the edit between two texts turns the one into the other', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (before, after) => {
    const edit = editBetween('f', before, after)
    expect(applyEdits({ f: before }, edit === null ? [] : [edit])['f']).toBe(after)
  }))
})

test('a span that no edit touches keeps its text', () => {
  fc.assert(fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), fc.string(), (left, kept, right, put) => {
    const text = `${left}|${kept}|${right}`
    const span = { start: left.length + 1, end: left.length + 1 + kept.length }
    const edits = [
      { file: 'f', span: { start: 0, end: left.length }, text: put },
      { file: 'f', span: { start: text.length - right.length, end: text.length }, text: put },
      { file: 'other', span: { start: 0, end: 3 }, text: '' },
    ]
    const moved = moveSpan(span, 'f', edits)
    expect(applyEdits({ f: text }, edits)['f']?.slice(moved.start, moved.end)).toBe(kept)
  }))
})

test('a span that is replaced exactly covers what replaced it, beside other edits too', () => {
  const text = 'give 30% and 30%'
  const edits = [{ file: 'f', span: { start: 5, end: 8 }, text: '100%' }, { file: 'f', span: { start: 13, end: 16 }, text: '7%' }]
  const after = applyEdits({ f: text }, edits)['f'] ?? ''
  for (const [index, wanted] of [[0, '100%'], [1, '7%']] as const) {
    const span = moveSpan(edits[index]?.span ?? { start: 0, end: 0 }, 'f', edits)
    expect(after.slice(span.start, span.end)).toBe(wanted)
  }
})
