import { type Rational, least, multiply, rational, subtract } from '../values/rational.ts'
import { billAmount } from './money.ts'
import { type Text, concat } from './text.ts'

/** A part of an amount with its rate; what is not known yet is null. */
export interface Part {
  /** The part after the last limit, which has none of its own. */
  readonly isLast: boolean
  readonly upTo: Rational | null
  readonly share: Rational | null
  readonly shown: Text | null
}

/** What a part is called: 不超过…的部分, 超过…的部分, or both. */
function name(from: Rational, upTo: Rational | null): Text {
  const [above, most] = [from.n === 0n ? null : billAmount(from), upTo === null ? null : billAmount(upTo)]
  const zh = [...(above === null ? [] : [`超过${above.zh}`]), ...(most === null ? [] : [`不超过${most.zh}`])].join('、')
  const en = [...(above === null ? [] : [`above ${above.en}`]), ...(most === null ? [] : [`up to ${most.en}`])].join(', ')
  return { zh: `${zh}的部分：`, en: `the part ${en}: ` }
}

/** Each part that the amount reaches, at its own rate; none while a limit or a rate is not known. */
export function partLines(base: Rational, parts: readonly Part[]): readonly Text[] {
  const lines: Text[] = []
  let from = rational(0n)
  for (const { isLast, upTo, share, shown } of parts) {
    if (share === null || shown === null || (upTo === null && !isLast)) return []
    const part = subtract(upTo === null ? base : least(upTo, base), from)
    if (part.n > 0n) lines.push(concat(name(from, upTo), billAmount(part), ' × ', shown, ' = ', billAmount(multiply(part, share))))
    from = upTo ?? from
  }
  return lines
}
