import { describe, expect, it } from 'vitest'
import { readDecisions, readLedger } from '../../src/intake/read.ts'
import { SMALL } from './fixture.ts'

describe('the ledger in JSON', () => {
  it('reads earlier grants with the facts of their subject', () => {
    const entry = '{"clause":"1.2","applicant":"E01","subject":"F1","date":"2025-03-01","amount":"20万元","facts":{"level":"provincial","应用场景":"S7"}}'
    const { value, problems } = readLedger(SMALL, `{"ledger":[${entry},{"clause":"5.4","applicant":"E02","date":"2024-01-01","amount":100000}]}`)
    expect(problems).toEqual([])
    expect(value).toEqual([
      {
        clause: '1.2', applicant: 'E01', subject: 'F1', day: '2025-03-01', amount: 20000000n,
        facts: new Map([['认定级别', { state: 'given', value: '省级' }], ['应用场景', { state: 'given', value: 'S7' }]]),
      },
      { clause: '5.4', applicant: 'E02', subject: null, day: '2024-01-01', amount: 10000000n, facts: new Map() },
    ])
  })

  it.each([
    ['[{"clause":1.2,"applicant":"E","date":"2026-01-01","amount":1}]', ['wrong-type']],
    ['[{"clause":"1.5","applicant":"E","date":"2026-01-01","amount":1}]', ['unknown-clause']],
    ['[{"clause":"1.2","applicant":"E","date":"2026-02-30","amount":1.234}]', ['no-such-day', 'decimals']],
    ['[{"clause":"1.4","applicant":"E","date":"2026-01-01","amount":1,"facts":{"名称":"甲"}}]', ['unknown-field']],
    ['[{"clause":"1.2"}]', ['missing-key', 'missing-key', 'missing-key']],
    ['[7]', ['wrong-type']],
  ])('%s: %s', (text, codes) => {
    expect(readLedger(SMALL, text).problems.map(({ code }) => code)).toEqual(codes)
  })
})

describe('decisions in JSON', () => {
  it('reads amounts, powers and exceptions', () => {
    const { value, problems } = readDecisions(SMALL, `[
      {"kind":"amount","clause":"1.2","applicant":"E01","subject":"F1","amount":800000},
      {"kind":"use","clause":"1.2","applicant":"E01","subject":"F1","used":false},
      {"kind":"exception","constraint":"1.3","applicant":"E01","subjects":["F1","S1"],"reason":"批准"}]`)
    expect(problems).toEqual([])
    expect(value).toEqual([
      { kind: 'amount', clause: '1.2', applicant: 'E01', subject: 'F1', amount: 80000000n },
      { kind: 'use', clause: '1.2', applicant: 'E01', subject: 'F1', used: false },
      { kind: 'exception', limit: '1.3', applicant: 'E01', subjects: ['F1', 'S1'], reason: '批准' },
    ])
  })

  it.each([
    ['[{"kind":"gift"}]', ['wrong-type']],
    ['[{}]', ['missing-key']],
    ['[{"kind":"use","clause":"1.2","applicant":"E","subject":"F","used":"是"}]', ['wrong-type']],
    ['[{"kind":"amount","clause":"1.2","applicant":"E","subject":"F","amount":-1}]', ['negative']],
    ['[{"kind":"exception","constraint":"1.9","subjects":["F"],"reason":"x"}]', ['unknown-constraint']],
    ['[{"kind":"exception","constraint":"1.3","subjects":[],"reason":" "}]', ['wrong-type', 'empty-text']],
    ['[{"kind":"use","clause":"1.2","applicant":"E","subject":"F","used":true},{"kind":"use","clause":"1.2","applicant":"E","subject":"F","used":false}]', ['duplicate-decision']],
  ])('%s: %s', (text, codes) => {
    expect(readDecisions(SMALL, text).problems.map(({ code }) => code)).toEqual(codes)
  })
})
