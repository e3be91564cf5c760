import { grammarRules, TOKEN_TEXTS, type Production } from './ebnf.ts'

/** A drawn part: it is entered at the left and left at the right, both at height 0. */
interface Part {
  readonly width: number
  /** How far it reaches above and below height 0. */
  readonly up: number
  readonly down: number
  readonly draw: (x: number, y: number) => string
}

const GAP = 10
const ROW = 8
const HALF = 11

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
const line = (d: string): string => `<path d="${d}"/>`

/** Chinese characters take two columns of 7 pixels. */
function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 14 : 7.5
  return width
}

function box(text: string, kind: 'keyword' | 'token' | 'rule'): Part {
  const width = Math.ceil(textWidth(text)) + 16
  return {
    width, up: HALF, down: HALF,
    draw: (x, y) => {
      const shape = `<rect class="${kind}" x="${x}" y="${y - HALF}" width="${width}" height="${HALF * 2}" rx="${kind === 'rule' ? 0 : HALF}"/>`
      const label = `<text x="${x + width / 2}" y="${y + 5}">${escaped(text)}</text>`
      return kind === 'rule' ? `<a href="#${text}">${shape}${label}</a>` : shape + label
    },
  }
}

const skip: Part = { width: 0, up: 0, down: 0, draw: () => '' }

function inRow(parts: readonly Part[]): Part {
  if (parts.length === 0) return skip
  const width = parts.reduce((sum, part) => sum + part.width, 0) + GAP * (parts.length - 1)
  return {
    width, up: Math.max(...parts.map(({ up }) => up)), down: Math.max(...parts.map(({ down }) => down)),
    draw: (x, y) => {
      let [at, text] = [x, '']
      parts.forEach((part, index) => {
        if (index > 0) {
          text += line(`M${at} ${y}h${GAP}`)
          at += GAP
        }
        text += part.draw(at, y)
        at += part.width
      })
      return text
    },
  }
}

/** The first part on the line, the others below it. */
function choice(parts: readonly Part[]): Part {
  const [first = skip, ...others] = parts
  const inner = Math.max(...parts.map(({ width }) => width))
  const width = inner + GAP * 4
  const offsets: number[] = []
  let down = first.down
  for (const part of others) {
    offsets.push(down + ROW + part.up)
    down += ROW + part.up + part.down
  }
  return {
    width, up: first.up, down,
    draw: (x, y) => {
      const straight = line(`M${x} ${y}h${GAP * 2}`) + first.draw(x + GAP * 2, y) + line(`M${x + GAP * 2 + first.width} ${y}H${x + width}`)
      return straight + others.map((part, index) => {
        const at = y + (offsets[index] ?? 0)
        return line(`M${x} ${y}q${GAP} 0 ${GAP} ${GAP}V${at - GAP}q0 ${GAP} ${GAP} ${GAP}`) + part.draw(x + GAP * 2, at)
          + line(`M${x + GAP * 2 + part.width} ${at}H${x + width - GAP * 2}q${GAP} 0 ${GAP} ${-GAP}V${y + GAP}q0 ${-GAP} ${GAP} ${-GAP}`)
      }).join('')
    },
  }
}

/** The part with a way around it. */
function optional(inner: Part): Part {
  const height = inner.up + ROW + GAP
  const width = inner.width + GAP * 4
  return {
    width, up: height, down: inner.down,
    draw: (x, y) => line(`M${x} ${y}h${GAP * 2}`) + inner.draw(x + GAP * 2, y) + line(`M${x + GAP * 2 + inner.width} ${y}h${GAP * 2}`)
      + line(`M${x} ${y}q${GAP} 0 ${GAP} ${-GAP}V${y - height + GAP}q0 ${-GAP} ${GAP} ${-GAP}H${x + width - GAP * 2}q${GAP} 0 ${GAP} ${GAP}V${y - GAP}q0 ${GAP} ${GAP} ${GAP}`),
  }
}

/** The part with a way back to its beginning. */
function repeated(inner: Part): Part {
  const depth = inner.down + ROW + GAP
  const width = inner.width + GAP * 4
  return {
    width, up: inner.up, down: depth,
    draw: (x, y) => line(`M${x} ${y}h${GAP * 2}`) + inner.draw(x + GAP * 2, y) + line(`M${x + GAP * 2 + inner.width} ${y}h${GAP * 2}`)
      + line(`M${x + GAP * 2 + inner.width} ${y}q${GAP} 0 ${GAP} ${GAP}V${y + depth - GAP}q0 ${GAP} ${-GAP} ${GAP}H${x + GAP * 2}q${-GAP} 0 ${-GAP} ${-GAP}V${y + GAP}q0 ${-GAP} ${GAP} ${-GAP}`)
      + `<path class="arrow" d="M${x + width / 2 + 4} ${y + depth - 4}l-8 4 8 4z"/>`,
  }
}

function drawn(one: Production): Part {
  switch (one.kind) {
    case 'keyword':
      return box(`${one.zh} ${one.en}`, 'keyword')
    case 'token':
      return box(TOKEN_TEXTS[one.name]?.sign ?? one.name, 'token')
    case 'rule':
      return box(one.name, 'rule')
    case 'sequence':
      return inRow(one.parts.map(drawn))
    case 'choice':
      return choice(one.parts.map(drawn))
    case 'optional':
      return optional(drawn(one.inner))
    case 'at-least-once':
      return repeated(drawn(one.inner))
    case 'repeated':
      return optional(repeated(drawn(one.inner)))
  }
}

function diagram(body: Production): string {
  const part = drawn(body)
  const [width, height] = [part.width + 60, part.up + part.down + 20]
  const y = part.up + 10
  const ends = line(`M10 ${y - 7}v14M14 ${y - 7}v14M14 ${y}h16`) + line(`M${30 + part.width} ${y}h16m0 -7v14m4 -14v14`)
  return `<svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">${ends}${part.draw(30, y)}</svg>`
}

const STYLE = `body{font:16px/1.6 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;margin:2rem auto;max-width:80rem;padding:0 1rem;color:#1c2733;background:#fff}
h2{font:600 1.05rem ui-monospace,monospace;margin:2rem 0 .4rem}div{overflow-x:auto}table{border-collapse:collapse}td{padding:.2rem 1rem .2rem 0;vertical-align:top}
svg path{fill:none;stroke:#456;stroke-width:1.5}svg path.arrow{fill:#456;stroke:none}svg text{font:14px ui-monospace,"Noto Sans Mono CJK SC",monospace;text-anchor:middle;fill:#1c2733}
svg rect{stroke:#456;fill:#eef3f8}svg rect.keyword{fill:#e4f2e4}svg rect.rule{fill:#fdf3dc}svg a{cursor:pointer}nav a{display:inline-block;margin-right:.8rem}`

/** A page of railroad diagrams that needs nothing but itself. */
export function railroadPage(): string {
  const rules = grammarRules()
  const index = rules.map(({ name }) => `<a href="#${name}">${name}</a>`).join('\n')
  const body = rules.map(({ name, body: production }) => `<h2 id="${name}">${name}</h2>\n<div>${diagram(production)}</div>`).join('\n')
  const tokens = Object.entries(TOKEN_TEXTS).map(([name, { sign, zh, en }]) => `<tr><td><code>${escaped(sign ?? name)}</code></td><td>${escaped(zh)}</td><td>${escaped(en)}</td></tr>`).join('\n')
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>衡的语法图 · The grammar of Heng</title>
<style>
${STYLE}
</style>
</head>
<body>
<h1>衡的语法图 · The grammar of Heng</h1>
<p>由 grammar/parser.ts 生成。绿色为关键词（中英文写法均可），蓝色为其他记号，黄色为另一条规则。<br>Generated from grammar/parser.ts. Green: a keyword, in either spelling. Blue: another token. Yellow: another rule.</p>
<nav>
${index}
</nav>
${body}
<h2>记号 · tokens</h2>
<table>
${tokens}
</table>
</body>
</html>
`
}
