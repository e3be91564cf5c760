import { expect, test } from 'vitest'
import type { Expr, Policy } from '../../src/core/core.ts'
import { definitionOf } from '../../src/core/definition-of.ts'
import { policiesUnderTest } from '../properties/policies.ts'

function draft(): Policy {
  const found = policiesUnderTest().find(({ name }) => name.endsWith('consultation-draft'))?.vocabulary.policy
  if (found === undefined) throw new Error('the consultation draft is always there')
  return found
}

const newlyRecognised = (entity: string): Expr & { readonly kind: 'definition' } => ({
  kind: 'definition', type: { kind: 'boolean' }, name: '新认定', of: { kind: 'subject', type: { kind: 'matter', name: entity } },
})

test('one name may be defined for several entities: that of the subject counts', () => {
  expect(definitionOf(draft(), newlyRecognised('智能工厂'))?.entity).toBe('智能工厂')
  expect(definitionOf(draft(), newlyRecognised('创新平台'))?.entity).toBe('创新平台')
})

test('a name that is not defined for the subject is not found', () => {
  expect(definitionOf(draft(), newlyRecognised('活动'))).toBeUndefined()
})
