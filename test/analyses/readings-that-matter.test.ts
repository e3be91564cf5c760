import { describe, expect, it } from 'vitest'
import { otherReadings, readingsThatMatter } from '../../src/analyses/readings-that-matter.ts'
import type { Ambiguity, Policy } from '../../src/core/core.ts'
import { interpret, interpreter } from '../../src/engines/interpret/interpret.ts'
import * as b from '../build-core.ts'

const ambiguity = (id: string, ...readings: readonly string[]): Ambiguity => ({
  id, name: b.name(`歧义${id}`), question: b.name('？'), at: [], readings: readings.map((name, at) => ({ name: b.name(name), meaning: b.name(name), isDefault: at === 0 })),
})

/** A1 changes what a large enterprise gets; A2 changes nothing for anyone here. */
const policy: Policy = b.policy({
  applicant: b.entity('企业', b.fieldOf('大型', b.BOOLEAN)),
  clauses: [b.clause('1.1', '企业', [
    b.under(b.grant(b.yuan(100)), ['A1', '统一']),
    b.under(b.grant(b.choose([[b.field(b.BOOLEAN, b.subject('企业'), '大型'), b.yuan(200)]], b.yuan(100))), ['A1', '分档']),
  ])],
  ambiguities: [ambiguity('A1', '统一', '分档'), ambiguity('A2', '甲', '乙', '丙')],
})
const input = b.input([b.dossier('大企业', { 大型: true }), b.dossier('小企业', { 大型: false })])

describe('readings that matter', () => {
  it('are named for those whose lines they would change', () => {
    const mattering = readingsThatMatter(interpreter, policy, input, interpret(policy, input))
    expect([...mattering]).toEqual([['大企业', ['A1']], ['小企业', []]])
  })

  it('are looked for among the ambiguities asked', () => {
    expect([...readingsThatMatter(interpreter, policy, input, interpret(policy, input), undefined, ['A2'])]).toEqual([['大企业', []], ['小企业', []]])
    expect(readingsThatMatter(interpreter, policy, input, interpret(policy, input), undefined, ['A1']).get('大企业')).toEqual(['A1'])
  })

  it('are looked for around the choices made', () => {
    const chosen = { ...input, readings: [{ ambiguity: 'A1', reading: '分档' }] }
    expect(otherReadings(policy, chosen.readings)).toEqual([{ ambiguity: 'A1', reading: '统一' }, { ambiguity: 'A2', reading: '乙' }, { ambiguity: 'A2', reading: '丙' }])
    expect(readingsThatMatter(interpreter, policy, chosen, interpret(policy, chosen)).get('大企业')).toEqual(['A1'])
  })

  it('are named for those whose support another payer would bear', () => {
    const shared = (reading: string, agency: string): Policy['sharing'][number] => ({ id: `10#${reading}`, clauses: ['1.1'], payers: [{ agency, share: '1' }], when: null, under: [{ ambiguity: 'A2', reading }], cites: [] })
    const borne: Policy = { ...policy, sharing: [shared('甲', '市财政局'), shared('乙', '县财政局'), shared('丙', '市财政局')] }
    expect([...readingsThatMatter(interpreter, borne, input, interpret(borne, input))]).toEqual([['大企业', ['A1', 'A2']], ['小企业', ['A2']]])
  })

  it('tell how far they are', () => {
    const steps: number[] = []
    readingsThatMatter(interpreter, policy, input, interpret(policy, input), (done) => steps.push(done))
    expect(steps).toEqual([1, 2, 3])
  })
})
