import { COUNT_UNITS, DAY_UNITS } from '../../grammar/units.ts'
import { money } from '../../src/explain/money.ts'
import type { Text } from '../../src/explain/text.ts'
import { months } from '../../src/explain/value.ts'
import type { Figure } from '../workers/protocol.ts'

/** A figure as a sentence gives it: in Chinese as the text spells it, in English in yuan, months or things. */
export function figureText({ kind, value, digits, unit }: Pick<Figure, 'kind' | 'value' | 'digits' | 'unit'>): Text {
  const zh = digits + unit
  if (!/^\d+$/.test(value)) return { zh, en: zh }
  switch (kind) {
    case 'money':
      return { zh, en: money(BigInt(value)).en }
    case 'duration':
      return { zh, en: months(BigInt(value)).en }
    case 'days':
      return { zh, en: `${digits} ${DAY_UNITS.some((each) => each === unit) ? 'days' : unit}` }
    default: {
      const english = Object.entries(COUNT_UNITS).find(([chinese]) => chinese === unit)?.[1]
      return { zh, en: english === undefined ? zh : `${digits} ${digits === '1' ? english.replace(/s$/, '') : english}` }
    }
  }
}
