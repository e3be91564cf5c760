import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { invariant } from '../../src/base/invariant.ts'
import { compile } from '../../src/compile.ts'
import type { Policy } from '../../src/core/core.ts'
import { verifyPolicy } from '../../src/core/verify.ts'

const FOLDER = new URL('../../policies/suzhou-ai-plus/consultation-draft/', import.meta.url)
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.heng')).map((file) => ({ file, text: readFileSync(new URL(file, FOLDER), 'utf8') }))
const { policy } = compile({ files, source: readFileSync(new URL('source.txt', FOLDER), 'utf8') })
invariant(policy !== null, 'the policy of the repository has no error')
const whole: Policy = policy

const promises = (broken: Policy): readonly string[] => verifyPolicy(broken).map((one) => one.promise)

describe('what must hold in a core', () => {
  it('holds in the policy', () => expect(verifyPolicy(whole)).toEqual([]))
  it('is broken by a fact that is not declared', () => {
    expect(promises({ ...whole, applicant: { ...whole.applicant, fields: [] }, matters: whole.matters.map((one) => ({ ...one, fields: [] })) }).some((one) => one.endsWith('is a declared fact'))).toBe(true)
  })
  it('is broken by a clause without an effect', () => {
    expect(promises({ ...whole, clauses: whole.clauses.map((one, index) => (index === 0 ? { ...one, effects: [] } : one)) })).toEqual(['exactly one effect holds under every choice of readings'])
  })
  it('is broken by a second clause of one number', () => {
    expect(promises({ ...whole, clauses: [...whole.clauses, ...whole.clauses.slice(0, 1)] })).toEqual(['no two clauses have one number'])
  })
  it('is broken by a limit without a key', () => {
    expect(promises({ ...whole, limits: whole.limits.slice(0, 1).map((one) => ({ ...one, key: {} })) }).some((one) => one.endsWith('has a key'))).toBe(true)
  })
  it('is broken by whole lines of a limit without an order, or of payments', () => {
    const limits = whole.limits.filter(({ share }) => share.kind !== 'ranked' && share.kind !== 'text-order').slice(0, 1)
    expect(promises({ ...whole, limits: limits.map((one) => ({ ...one, whole: true })) })).toEqual(['whole lines are of money and in an order'])
  })
  it('is broken by an ambiguity without readings', () => {
    expect(promises({ ...whole, ambiguities: [] }).some((one) => one.startsWith('reading '))).toBe(true)
  })
})
