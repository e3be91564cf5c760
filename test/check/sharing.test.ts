import { expect, test } from 'vitest'
import { compile } from '../../src/compile.ts'
import { severityOf } from '../../src/diagnostics/render.ts'
import { withPrelude } from '../diagnostics/corpus.ts'

const TEXT = `机关 市级财政 (city)，省级财政 (province)，县区财政 (county)
事项 项目 (project)
  列入省级补助 (in_provincial_plan) 是否
条款 1 补助
  参见 “……”
  对 每个 项目
  给予 20万元
条款 2 奖励
  参见 “……”
  给予 10万元
约束 11 资金分担
  参见 “……”
`

function sharingOf(items: string): { readonly errors: readonly string[]; readonly sharing: readonly string[] } {
  const { policy, diagnostics } = compile({ files: withPrelude(TEXT + items), source: null })
  return {
    errors: diagnostics.filter(({ code, file }) => file === 'policy.heng' && severityOf(code) === 'error').map(({ code }) => code),
    sharing: (policy?.sharing ?? []).map(({ id, clauses, payers, when }) => `${id}: ${clauses.join()} ${payers.map(({ agency, share }) => `${agency} ${share}`).join()} ${when === null ? 'always' : Object.keys(when).join()}`),
  }
}

test('shares are exact fractions, in the order of the text', () => {
  expect(sharingOf('  全部条款 分担 市级财政 2 ÷ 3，省级财政 1 ÷ 3')).toEqual({ errors: [], sharing: ['11: 1,2 市级财政 2/3,省级财政 1/3 always'] })
  expect(sharingOf('  条款 2 分担 市级财政 60%，县区财政 40%').sharing).toEqual(['11: 2 市级财政 3/5,县区财政 2/5 always'])
})

test('a condition is read at each clause: of all clauses those count that have the fact, a listed one must have it', () => {
  expect(sharingOf('  全部条款 分担 市级财政 100% 当 列入省级补助')).toEqual({ errors: [], sharing: ['11: 1 市级财政 1 1'] })
  expect(sharingOf('  条款 1，2 分担 市级财政 100% 除非 列入省级补助')).toEqual({ errors: ['unknown-name'], sharing: [] })
  expect(sharingOf('  全部条款 分担 市级财政 100% 当 没有的事实').errors).toEqual(['unknown-name'])
})

test('what is wrong in an item is reported, and the item left out', () => {
  expect(sharingOf('  条款 1，9 分担 市级财政 100%').errors).toEqual(['unknown-clause'])
  expect(sharingOf('  条款 1 分担 市级财证 100%').errors).toEqual(['unknown-name'])
  expect(sharingOf('  条款 1 分担 市级财政 20万元').errors).toEqual(['type-mismatch'])
})
