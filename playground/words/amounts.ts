import { money, moneyRange } from '../../src/explain/money.ts'
import type { Text } from '../../src/explain/text.ts'
import type { Range } from '../workers/protocol.ts'

const WAN = 1_000_000n

/** In 万元 with as many decimals as are needed, at most `places`: what a column of amounts shows. The exact amount is in the title. */
export function short(fen: bigint): Text {
  const size = fen < 0n ? -fen : fen
  const sign = fen < 0n ? '−' : ''
  if (size === 0n) return { zh: '0', en: '0' }
  if (size % 10_000n !== 0n) return { zh: `${sign}${money(size).zh}`, en: `${sign}${money(size).en}` }
  const decimals = (size % WAN).toString().padStart(6, '0').replace(/0+$/, '')
  const whole = (size / WAN).toString().replace(/\B(?=(\d{3})+$)/g, ',')
  return { zh: `${sign}${whole}${decimals === '' ? '' : `.${decimals}`}万元`, en: `${sign}${money(size).en}` }
}

/** The first of two amounts in English leaves the unit to the second. */
export const unitless = (text: string): string => text.replace(/ yuan$/, '')

export function shortRange({ committed, possible }: Range): Text {
  if (possible === null) return { zh: `${short(committed).zh} 至 未定额`, en: `${short(committed).en} to unstated` }
  if (committed === possible) return short(committed)
  return { zh: `${short(committed).zh} 至 ${short(possible).zh}`, en: `${unitless(short(committed).en)} to ${short(possible).en}` }
}

/** The exact amount in yuan and fen, for hover and copies. */
export function exact({ committed, possible }: Range): Text {
  const fen = (value: bigint | null): string => (value === null ? '—' : value.toString())
  const range = moneyRange(committed, possible)
  const inFen = committed === possible ? fen(committed) : `${fen(committed)}–${fen(possible)}`
  return { zh: `${range.zh}（${inFen} 分）`, en: `${range.en} (${inFen} fen)` }
}

/**
 * From the change of what is certain to the change of what is possible: +4万元, −9万元 至 +10万元. Each by its name where that would run
 * backwards: 已确定 +890万元，最多 +60万元. Null where a missing limit leaves nothing to say.
 */
export function signedChange({ committed, possible }: Range): Text | null {
  if (possible === null && committed === 0n) return null
  if (possible === null || committed === possible) return signed(committed)
  const side = (fen: bigint): Text => (fen === 0n ? short(0n) : signed(fen))
  const [sure, most] = [side(committed), side(possible)]
  const forward = committed <= 0n && possible <= 0n ? possible < committed : possible > committed
  return forward
    ? { zh: `${sure.zh} 至 ${most.zh}`, en: `${unitless(sure.en)} to ${most.en}` }
    : { zh: `已确定 ${sure.zh}，最多 ${most.zh}`, en: `${unitless(sure.en)} certain, ${most.en} at most` }
}

/** A difference with its sign: +4万元, −2万元. */
export function signed(fen: bigint): Text {
  const text = short(fen < 0n ? -fen : fen)
  const sign = fen > 0n ? '+' : fen < 0n ? '−' : '±'
  return { zh: `${sign}${text.zh}`, en: `${sign}${text.en}` }
}
