import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decisionsSchema, dossierSchema, ledgerSchema } from '../../src/intake/schema.ts'
import { writeDossiers } from '../../src/intake/write.ts'
import { dossiersOf } from './arbitrary.ts'
import { SMALL } from './fixture.ts'

const ajv = new Ajv2020({ allErrors: true, strictTypes: false, strictRequired: false })

describe('the schema of dossiers', () => {
  const validate = ajv.compile(dossierSchema(SMALL))

  it('takes every dossier that intake can read', () => {
    fc.assert(fc.property(dossiersOf(SMALL), (dossiers) => {
      expect(validate(JSON.parse(writeDossiers(SMALL, dossiers, 'en')))).toBe(true)
    }), { numRuns: 300 })
  })

  it.each([
    ['[{"id":"A","facts":{"名":"甲"}}]'],
    ['[{"id":"A","facts":{"名称":"甲","name":"甲"}}]'],
    ['[{"facts":{}}]'],
    ['[{"id":"A","matters":[{"kind":"智能工厂","id":"F","facts":{"总投入":"50万吨"}}]}]'],
    ['[{"id":"A","matters":[{"kind":"智能工厂","id":"F","facts":{"认定级别":"县级"}}]}]'],
    ['[{"id":"A","matters":[{"kind":"场景","id":"F","facts":{"期限":3}}]}]'],
  ])('refuses %s', (text) => {
    expect(validate(JSON.parse(text))).toBe(false)
  })

  it('carries labels, questions, units and values in both languages', () => {
    const text = JSON.stringify(dossierSchema(SMALL))
    for (const word of ['总投入 / investment', '总投入？ / investment?', '万元', 'yuan', '国家级', 'national', '"additionalProperties":false']) expect(text).toContain(word)
  })
})

describe('the schemas of the ledger and of decisions', () => {
  it('hold for what they describe', () => {
    const ledger = ajv.compile(ledgerSchema(SMALL))
    expect(ledger([{ clause: '1.2', applicant: 'E', subject: null, date: '2026-01-01', amount: 1.5, facts: { level: 'national' } }])).toBe(true)
    expect(ledger([{ clause: '1.9', applicant: 'E', date: '2026-01-01', amount: 1 }])).toBe(false)
    const decisions = ajv.compile(decisionsSchema(SMALL))
    expect(decisions({ decisions: [{ kind: 'use', clause: '1.2', applicant: 'E', subject: 'F', used: true }] })).toBe(true)
    expect(decisions([{ kind: 'use', clause: '1.2', applicant: 'E', subject: 'F', used: 1 }])).toBe(false)
  })
})
