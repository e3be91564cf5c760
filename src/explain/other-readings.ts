import type { OtherLine } from '../analyses/other-lines.ts'
import type { Policy } from '../core/core.ts'
import type { Part } from './line.ts'
import { STANDINGS } from './names.ts'
import { benefit } from './outcome.ts'
import { type Text, readable } from './text.ts'

function become(policy: Policy, { line }: OtherLine): Text {
  if (line === null) return { zh: '没有这一项', en: 'there is no such line' }
  const standing = STANDINGS[line.standing]
  const gives = line.standing === 'fails' || line.standing === 'withdrawn' ? null : benefit(policy, line)
  return gives === null ? standing : { zh: `${standing.zh}，${gives.zh}`, en: `${standing.en}, ${gives.en}` }
}

function sentence(policy: Policy, each: OtherLine): readonly Text[] {
  const ambiguity = policy.ambiguities.find(({ id }) => id === each.other.ambiguity)
  const reading = ambiguity?.readings.find(({ name }) => name.zh === each.other.reading)
  if (ambiguity === undefined || reading === undefined) return []
  const [name, read, result] = [readable(ambiguity.name), reading.meaning, become(policy, each)]
  return [{ zh: `${ambiguity.id} ${name.zh}：如果理解为“${read.zh}”，则${result.zh}。`, en: `${ambiguity.id} ${name.en}: read as “${read.en}”, ${result.en}.` }]
}

/** The readings under which a line would be another, and what it would be then; null where none would change it. */
export function otherReadingsPart(policy: Policy, others: readonly OtherLine[]): Part | null {
  const sentences = others.flatMap((each) => sentence(policy, each))
  return sentences.length === 0 ? null : { about: 'readings', title: { zh: '换一种解读', en: 'Under another reading' }, sentences }
}
