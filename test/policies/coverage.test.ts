import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'
import { parseResponsibility } from '../../src/source/responsibility.ts'
import { versionOf } from './evaluate.ts'

/** Each changed text is a build of its own. */
const SLOW = 120_000

const complete = new Set(['encoded', 'direction', 'recital', 'ambiguous'])

describe.each(['consultation-draft', 'illustrative-amendment'])('%s', (name) => {
  const version = versionOf(name)
  const build = compile(version)

  test('compiles without any diagnostic', () => {
    expect(build.diagnostics.map(({ code, file, facts }) => [code, file, facts])).toEqual([])
    expect(build.policy).not.toBeNull()
  })

  test('each piece of the official text is accounted for by exactly one statement', () => {
    expect(build.coverage.filter(({ standing, statements }) => !complete.has(standing) || statements.length !== 1).map(({ segment }) => segment.id)).toEqual([])
  })

  test('each sentence is quoted whole, by the statement of its number', () => {
    const sentences = build.coverage.filter(({ segment }) => segment.kind === 'sentence')
    expect(sentences.map(({ statements }) => statements[0]?.id)).toEqual(sentences.map(({ segment }) => segment.id))
    expect(build.coverage.flatMap(({ uncovered }) => uncovered)).toEqual([])
  })

  test('the units of each measure are those of its line, in its order', () => {
    for (const measure of build.policy?.measures ?? []) {
      const line = build.coverage.find(({ segment }) => segment.kind === 'responsibility' && segment.measure === measure.id)
      expect({ responsible: measure.responsible, cooperating: measure.cooperating }).toEqual(parseResponsibility(line?.segment.text ?? ''))
    }
  })

  // One of each sort of character: a Chinese one, a digit, a letter, a sign, each punctuation mark, blanks between and at the end.
  const marks = [...new Set(version.source.replace(/[\u4e00-\u9fff\s]/g, ''))]
  const places = [
    ...marks.map((mark) => version.source.lastIndexOf(mark)),
    ...Array.from({ length: 20 }, (_, at) => Math.floor((version.source.trimEnd().length * at) / 20)),
    version.source.trimEnd().length - 1,
  ]

  test('one changed character of the official text is found, wherever it stands', () => {
    for (const at of new Set(places)) {
      if (version.source.charAt(at).trim() === '') continue
      const source = `${version.source.slice(0, at)}变${version.source.slice(at + 1)}`
      const changed = compile({ ...version, source }, build)
      expect(changed.coverage.every(({ standing }) => complete.has(standing)), `${at}: ${version.source.charAt(at)}`).toBe(false)
    }
  }, SLOW)

  test('a changed blank is found by the fingerprint', () => {
    for (const match of version.source.matchAll(/\s/g)) {
      const source = `${version.source.slice(0, match.index)}\u2003${version.source.slice(match.index + 1)}`
      expect(compile({ ...version, source }, build).diagnostics.map(({ code }) => code)).toContain('source-changed')
    }
    expect(compile({ ...version, source: `${version.source}\n` }, build).diagnostics.map(({ code }) => code)).toEqual(['source-changed'])
  }, SLOW)
})

test('the consultation draft: 28 sentences, 8 headings, 8 lines of responsible units, a final sentence, front matter', () => {
  const kinds = compile(versionOf('consultation-draft')).coverage.map(({ segment }) => (segment.kind === 'sentence' && segment.measure === null ? 'final' : segment.kind))
  const count = (kind: string): number => kinds.filter((each) => each === kind).length
  expect([count('sentence'), count('heading'), count('responsibility'), count('final'), count('front')]).toEqual([28, 8, 8, 1, 4])
})
