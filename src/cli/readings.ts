import type { Policy, ReadingRef } from '../core/core.ts'
import { BadInput } from './misuse.ts'

/** `--reading A2=累计` in either language. Throws `BadInput` that lists what there is. */
export function readReadings(policy: Policy, options: readonly string[]): readonly ReadingRef[] {
  const chosen = new Map<string, ReadingRef>()
  for (const option of options) {
    const { ambiguity, reading } = one(policy, option)
    if (chosen.has(ambiguity)) throw new BadInput({ zh: `--reading ${ambiguity} 给了两次`, en: `--reading ${ambiguity} is given twice` })
    chosen.set(ambiguity, { ambiguity, reading })
  }
  return [...chosen.values()]
}

function one(policy: Policy, option: string): ReadingRef {
  const at = option.search(/[=＝]/)
  if (at <= 0) throw new BadInput({ zh: `--reading 写成“A2=解读的名称”，这里是“${option}”`, en: `--reading is written “A2=name of the reading”; found “${option}”` })
  const [id, name] = [option.slice(0, at).trim(), option.slice(at + 1).trim()]
  const ambiguity = policy.ambiguities.find((each) => each.id === id)
  if (ambiguity === undefined) {
    const known = policy.ambiguities.map((each) => each.id)
    throw new BadInput({ zh: `没有歧义${id}，有的是：${known.join('、')}`, en: `there is no ambiguity ${id}; there are ${known.join(', ')}` })
  }
  const reading = ambiguity.readings.find((each) => each.name.zh === name || each.name.en === name)
  if (reading === undefined) {
    throw new BadInput({
      zh: `${id}没有“${name}”这种解读，有的是：${ambiguity.readings.map((each) => each.name.zh).join('、')}`,
      en: `${id} has no reading “${name}”; there are ${ambiguity.readings.map((each) => each.name.en).join(', ')}`,
    })
  }
  return { ambiguity: id, reading: reading.name.zh }
}
