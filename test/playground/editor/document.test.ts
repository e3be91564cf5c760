import { expect, test } from 'vitest'
import { movedParts, textOf, toFile, toScreen } from '../../../playground/editor/document.ts'

const TEXTS = { 'a.heng': '条款 1\n条款 2\n', 'b.heng': '条款 3\n' }
const parts = [{ file: 'a.heng', span: { start: 5, end: 9 } }, { file: 'b.heng', span: { start: 0, end: 4 } }]

test('parts one after the other, a blank line between', () => {
  expect(textOf(parts, TEXTS)).toBe('条款 2\n\n条款 3')
})

test('a range of the screen is one of a file, and back', () => {
  expect(toFile(parts, { start: 3, end: 4 })).toEqual({ file: 'a.heng', span: { start: 8, end: 9 } })
  expect(toFile(parts, { start: 6, end: 8 })).toEqual({ file: 'b.heng', span: { start: 0, end: 2 } })
  expect(toScreen(parts, { file: 'b.heng', span: { start: 3, end: 4 } })).toEqual({ start: 9, end: 10 })
  expect(toScreen(parts, { file: 'a.heng', span: { start: 0, end: 1 } })).toBeNull()
})

test('what is not within one part belongs to no file', () => {
  expect(toFile(parts, { start: 3, end: 7 })).toBeNull()
  expect(toFile(parts, { start: 5, end: 5 })).toBeNull()
})

test('what is written at the end of a part is in it', () => {
  expect(movedParts(parts, [{ file: 'a.heng', span: { start: 9, end: 9 }, text: '1' }])).toEqual([{ file: 'a.heng', span: { start: 5, end: 10 } }, parts[1]])
})
