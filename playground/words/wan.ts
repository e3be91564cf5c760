import type { Text } from '../../src/explain/text.ts'

const HUNDREDTH = 10_000n

/**
 * A sum over many enterprises in 万元 with two decimals at most, half up: 2,458.86万元. English counts in thousands of yuan.
 * The exact sum is in the title and in the table.
 */
export function inWan(fen: bigint): Text {
  return { zh: `${rounded(fen, HUNDREDTH)}万元`, en: `${rounded(fen, 1_000n)}k yuan` }
}

/** `unit`: a hundredth of what is counted. */
function rounded(fen: bigint, unit: bigint): string {
  const size = fen < 0n ? -fen : fen
  const hundredths = (size * 2n + unit) / (unit * 2n)
  const decimals = (hundredths % 100n).toString().padStart(2, '0').replace(/0+$/, '')
  return `${fen < 0n ? '−' : ''}${(hundredths / 100n).toString().replace(/\B(?=(\d{3})+$)/g, ',')}${decimals === '' ? '' : `.${decimals}`}`
}

export function signedWan(fen: bigint): Text {
  const text = inWan(fen < 0n ? -fen : fen)
  const sign = fen > 0n ? '+' : fen < 0n ? '−' : '±'
  return { zh: `${sign}${text.zh}`, en: `${sign}${text.en}` }
}

/** From what is certain to what is possible. */
export function wanRange(committed: bigint, possible: bigint): Text {
  if (committed === possible) return inWan(committed)
  const [low, high] = [inWan(committed), inWan(possible)]
  return { zh: `${low.zh.replace('万元', '')} 至 ${high.zh}`, en: `${low.en.replace('k yuan', '')} to ${high.en}` }
}

/** A change of both: +3 至 +12万元. */
export function signedRange(committed: bigint, possible: bigint): Text {
  if (committed === possible) return signedWan(committed)
  const side = (fen: bigint): Text => (fen === 0n ? inWan(0n) : signedWan(fen))
  const [low, high] = [side(committed), side(possible)]
  return { zh: `${low.zh.replace('万元', '')} 至 ${high.zh}`, en: `${low.en.replace('k yuan', '')} to ${high.en}` }
}
