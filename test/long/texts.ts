import { KEYWORDS } from '../../grammar/keywords.ts'
import { chance, type Draw, pick } from '../generate/draw.ts'

/** Words of the language, and what is easily mistaken for one. */
const WORDS: readonly string[] = [
  ...Object.values(KEYWORDS).flatMap(({ zh, en }) => [zh, en]),
  '20万元', '1,000,000元', '40%', '6‰', '3年', '24个月', '30日', '10项', '12.5吨', '0.8元/吨', '2026-01-01', '2026-02-30', '1.2', '9', 'A10', '.', ',', '-', '99999999999999999999999亿元', '0', '00', '1.', '.5', '1..2', '%',
  '甲', '企业', 'salary_paid', '当年', '以上不满', '20亿元以上不满', '「名称」', '「', '」', '“', '”', '“引文”', '"', '""', '“嵌“套”文”', '（', '）', '(', ')', '，', '、', '：', '/', '×', '÷', '≥', '≤', '>=', '!=', '#', '//', '# 注\n',
  '\n', '\n\n', '  ', '\t', '\r\n', '\u3000', '\uFEFF', '\u0000', '\uD800', '\uDC00', '😀', '\u200B', '\u2028', '__proto__', 'constructor', 'toString', '𠀀',
]

function randomCharacter(draw: Draw): string {
  switch (draw.below(6)) {
    case 0:
      return String.fromCharCode(draw.below(128))
    case 1:
    case 2:
      return String.fromCharCode(0x4e00 + draw.below(0x5200))
    case 3:
      return String.fromCharCode(0xff00 + draw.below(0x60))
    case 4:
      return String.fromCharCode(0x2000 + draw.below(0x1100))
    default:
      return String.fromCharCode(draw.below(0x10000))
  }
}

function several(draw: Draw, most: number, one: () => string, between = ''): string {
  return Array.from({ length: draw.below(most) }, one).join(between)
}

/** A few lines in a row of a file, now and then all of it. */
function excerpt(draw: Draw, corpus: readonly (readonly string[])[]): string[] {
  const lines = pick(draw, corpus)
  if (chance(draw, 1, 400)) return [...lines]
  const start = draw.below(lines.length)
  return lines.slice(start, start + 1 + draw.below(14))
}

function edit(draw: Draw, text: string): string {
  const at = draw.below(text.length + 1)
  const end = Math.min(text.length, at + draw.below(4))
  switch (draw.below(6)) {
    case 0:
      return text.slice(0, at) + text.slice(end)
    case 1:
      return text.slice(0, at) + randomCharacter(draw) + text.slice(at)
    case 2:
      return text.slice(0, at) + randomCharacter(draw) + text.slice(end)
    case 3:
      return text.slice(0, at) + text.slice(at, end) + text.slice(at)
    case 4:
      return text.slice(0, at) + pick(draw, WORDS) + text.slice(at)
    default:
      return text.slice(0, at)
  }
}

const TOKENS = /[\p{L}\p{N}_]+|\s+|[^\p{L}\p{N}_\s]/gu

function editTokens(draw: Draw, text: string): string {
  const tokens = text.match(TOKENS) ?? []
  const at = draw.below(tokens.length + 1)
  const other = draw.below(tokens.length + 1)
  switch (draw.below(5)) {
    case 0:
      tokens.splice(at, 1)
      break
    case 1:
      tokens.splice(at, 0, ` ${pick(draw, WORDS)} `)
      break
    case 2:
      tokens.splice(at, 1, pick(draw, WORDS))
      break
    case 3:
      tokens.splice(at, 0, ...tokens.slice(other, other + 3))
      break
    default:
      tokens.splice(other, 0, ...tokens.splice(at, 2))
  }
  return tokens.join('')
}

function editLines(draw: Draw, lines: readonly string[]): string[] {
  const edited = [...lines]
  const [at, other] = [draw.below(lines.length + 1), draw.below(lines.length + 1)]
  switch (draw.below(3)) {
    case 0:
      edited.splice(at, 1 + draw.below(2))
      break
    case 1:
      edited.splice(other, 0, ...edited.slice(at, at + 2))
      break
    default:
      edited.splice(other, 0, ...edited.splice(at, 1))
  }
  return edited
}

/** A text that may be anything: noise, words in any order, or a policy with some of it changed, lost, doubled or joined to another. */
export function drawText(draw: Draw, corpus: readonly (readonly string[])[]): string {
  switch (draw.below(8)) {
    case 0:
      return several(draw, 80, () => randomCharacter(draw))
    case 1:
      return several(draw, 30, () => pick(draw, WORDS), ' ')
    case 2:
      return several(draw, 30, () => pick(draw, WORDS), '')
    case 3:
      return editLines(draw, editLines(draw, excerpt(draw, corpus))).join('\n')
    case 4: {
      const [one, two] = [excerpt(draw, corpus).join('\n'), excerpt(draw, corpus).join('\n')]
      return one.slice(0, draw.below(one.length + 1)) + two.slice(draw.below(two.length + 1))
    }
    case 5: {
      let text = excerpt(draw, corpus).join('\n')
      for (let i = draw.below(4); i >= 0; i--) text = editTokens(draw, text)
      return text
    }
    default: {
      let text = excerpt(draw, corpus).join('\n')
      for (let i = draw.below(6); i >= 0; i--) text = edit(draw, text)
      return text
    }
  }
}
