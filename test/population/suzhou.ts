import { readFileSync } from 'node:fs'
import { compile } from '../../src/compile.ts'
import { readPolicyFolder } from '../../src/cli/policy-folder.ts'
import type { Policy } from '../../src/core/core.ts'
import type { Population } from '../../src/population/population.ts'
import { readPopulation } from '../../src/population/read.ts'

const ROOT = 'policies/suzhou-ai-plus'
export const TEXT = readFileSync(`${ROOT}/population.json`, 'utf8')

export function policyOf(version: string): Policy {
  const { files, source } = readPolicyFolder(`${ROOT}/${version}`)
  const { policy } = compile({ files, source })
  if (policy === null) throw new Error(`${version} has errors`)
  return policy
}

export function populationOf(policy: Policy, text: string = TEXT): Population {
  const { value, mistakes } = readPopulation(policy, text)
  if (value === null) throw new Error(mistakes.map((each) => `${each.place.line}:${each.place.column} ${each.message.en}`).join('\n'))
  return value
}
