import { STAGES, type Stage } from '../../../grammar/stages.ts'
import type { HeaderItem } from '../../syntax/tree.ts'
import { finding } from '../finding.ts'
import type { Finding } from '../finding.ts'

/** 限制次序 一次性，名额: a sort of limit that stands nowhere, or twice, has no place in the order. */
export function limitOrderIncomplete({ span, stages }: HeaderItem & { readonly kind: 'limit-order' }): readonly Finding[] {
  const named = stages.map(({ stage }) => stage)
  const all = Object.keys(STAGES) as Stage[]
  const missing = all.filter((stage) => !named.includes(stage))
  const doubled = all.filter((stage) => named.filter((one) => one === stage).length > 1)
  const unknown = stages.flatMap((one) => one.unknown ?? [])
  if (missing.length + doubled.length + unknown.length === 0) return []
  const problem = (surface: 'zh' | 'en'): string => [
    ...missing.map((stage) => (surface === 'zh' ? `缺“${STAGES[stage].zh}”` : `“${STAGES[stage].en}” is missing`)),
    ...doubled.map((stage) => (surface === 'zh' ? `“${STAGES[stage].zh}”写了不止一次` : `“${STAGES[stage].en}” stands more than once`)),
    ...unknown.map((text) => (surface === 'zh' ? `没有“${text}”这种限制` : `there is no limit “${text}”`)),
  ].join(surface === 'zh' ? '；' : '; ')
  const names = (surface: 'zh' | 'en'): string => all.map((stage) => STAGES[stage][surface]).join(surface === 'zh' ? '，' : ', ')
  return [finding('limit-order-incomplete', span, { problem: problem('zh'), problem_en: problem('en'), all: names('zh'), all_en: names('en') })]
}
