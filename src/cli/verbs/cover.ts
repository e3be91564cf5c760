import { join } from 'node:path'
import { lineStarts, positionAt } from '../../base/span.ts'
import type { CoverageRow, Standing } from '../../check/coverage.ts'
import { isStub } from '../../check/rules/clause-stub.ts'
import type { Text } from '../../explain/text.ts'
import { type Built, buildFolder } from '../build.ts'
import { type Json, toJson } from '../json.ts'
import { BadInput } from '../misuse.ts'
import { SAMPLE } from '../sample.ts'
import { type Column, toMarkdown, toTable } from '../table.ts'
import type { Context, Verb } from '../verb.ts'

const STANDINGS: Readonly<Record<Standing, Text>> = {
  encoded: { zh: '已编码', en: 'encoded' },
  direction: { zh: '引导', en: 'direction' },
  recital: { zh: '说明', en: 'recital' },
  ambiguous: { zh: '有歧义', en: 'ambiguous' },
  'partly-covered': { zh: '部分未引', en: 'partly covered' },
  uncovered: { zh: '未引', en: 'not covered' },
}

const KINDS: Readonly<Record<string, Text>> = {
  clause: { zh: '条款', en: 'clause' }, direction: { zh: '引导', en: 'direction' }, constraint: { zh: '约束', en: 'constraint' }, recital: { zh: '说明', en: 'recital' },
  measure: { zh: '措施', en: 'measure' }, commencement: { zh: '施行', en: 'commencement' }, definition: { zh: '定义', en: 'definition' },
  policy: { zh: '政策', en: 'policy' }, parameter: { zh: '参数', en: 'parameter' }, table: { zh: '对照', en: 'table' },
}

const isCovered = (row: CoverageRow): boolean => row.standing !== 'uncovered' && row.standing !== 'partly-covered'

/** The start of a sentence: enough to find it again. */
function beginning(text: string): string {
  const short = [...text].slice(0, 24).join('')
  return short === text ? text : `${short}…`
}

function cells(row: CoverageRow, { say }: Context): readonly string[] {
  const rests = row.statements.map(({ kind, id }) => `${say(KINDS[kind] ?? { zh: kind, en: kind })} ${id}`)
  return [row.segment.id, say(STANDINGS[row.standing]), [...rests, ...row.ambiguities].join(say({ zh: '、', en: ', ' })), beginning(row.segment.text)]
}

function columns({ say }: Context): readonly Column[] {
  return [
    { title: say({ zh: '句', en: 'Sentence' }), align: 'left' }, { title: say({ zh: '状态', en: 'Standing' }), align: 'left' },
    { title: say({ zh: '语句与歧义', en: 'Statements and ambiguities' }), align: 'left' }, { title: say({ zh: '原文', en: 'Text' }), align: 'left' },
  ]
}

function json(rows: readonly CoverageRow[], covered: number): Json {
  return {
    covered, total: rows.length,
    sentences: rows.map((row) => ({
      sentence: row.segment.id, kind: row.segment.kind, start: row.segment.start, end: row.segment.end, text: row.segment.text, standing: row.standing,
      statements: row.statements.map(({ kind, id, file, start }) => ({ kind, id, file, start })), ambiguities: row.ambiguities,
      uncovered: row.uncovered.map(({ start, end }) => ({ start, end })),
    })),
  }
}

/** What to do about the first piece that is left: where its stub is, or what to write. */
function nextStep({ build, folder }: Built, rows: readonly CoverageRow[], { say }: Context): string {
  const row = rows.find((each) => !isCovered(each))
  if (row === undefined) return ''
  const { id, kind, measure, text } = row.segment
  const first = say({ zh: `下一步：第${id}处“${beginning(text)}”。`, en: `Next: ${id} “${beginning(text)}”. ` })
  const place = stubPlace({ build, folder }, id.replace(/^c/, 'C.'))
  if (row.standing === 'partly-covered') return first + say({ zh: '引文还没有引到全句：补上余下的文字。', en: 'Only a part is quoted: quote the rest.' })
  if (place !== null) return first + say({ zh: `写 ${place} 的条款：取名，把“参见”改为“依据”，写对象、条件与结果；没有规范效果的改为“说明”。`, en: `Write the clause at ${place}: name it, change “see” to “cites”, and say for whom, when and what; make it a “recital” where it has no effect.` })
  if (kind === 'responsibility') return first + say({ zh: `在“措施 ${measure ?? ''}”里写责任单位和配合单位。`, en: `Write the units in “measure ${measure ?? ''}”.` })
  if (kind === 'heading' && measure !== null) return first + say({ zh: `写“措施 ${measure}”及其名称。`, en: `Write “measure ${measure}” with its name.` })
  if (kind === 'front') return first + say({ zh: '是标题的，照原文写进“标题”；不是的，写“说明”并用“依据”引用它。', en: 'If it is the title, write it as “title”; otherwise cite it in a “recital”.' })
  return first + say({ zh: '写一条语句，并用“依据”引用它。', en: 'Write a statement that cites it.' })
}

/** FILE:LINE of the clause that is still to be written. */
function stubPlace({ build, folder }: Built, id: string): string | null {
  for (const { file, text, statements } of build.trees) {
    const stub = statements.find(({ statement }) => isStub(statement) && statement.id.text === id)
    if (stub !== undefined) return `${join(folder.folder, file)}:${positionAt(lineStarts(text), stub.start).line}`
  }
  return null
}

/** The share in whole percent; 100 only when nothing is left. */
const percent = (covered: number, total: number): number => (covered === total ? 100 : Math.min(99, Math.floor((covered * 100) / Math.max(1, total))))

export const coverVerb: Verb = {
  name: 'cover',
  summary: { zh: '原文每一句由哪条语句承接，有没有遗漏', en: 'which statement rests on each sentence of the text, and what is left out' },
  positionals: ['POLICY'],
  options: {},
  formats: ['table', 'json', 'markdown'],
  example: [SAMPLE],
  run: (given, context) => {
    const { io, say, paint } = context
    const built = buildFolder(given.positionals[0] ?? '')
    const { folder, build } = built
    if (folder.source === null) throw new BadInput({ zh: `${folder.folder} 里没有原文 source.txt`, en: `there is no official text source.txt in ${folder.folder}` })
    const rows = build.coverage
    const covered = rows.filter(isCovered).length
    const share = percent(covered, rows.length)
    const total = say({ zh: `原文${rows.length}处，已承接${covered}处，覆盖率${share}%`, en: `${covered} of ${rows.length} pieces of the text are accounted for: ${share}%` })
    const format = given.text('format') ?? 'table'
    if (format === 'json') io.out(`${toJson(json(rows, covered))}\n`)
    else if (format === 'markdown') io.out(`${[...toMarkdown(columns(context), rows.map((row) => cells(row, context))), '', total, nextStep(built, rows, context), ''].join('\n').trimEnd()}\n`)
    else {
      const table = toTable(columns(context), rows.map((row) => cells(row, context)), { room: io.columns, whole: !io.outIsTerminal, indent: '', paint: (text, at) => (at >= 0 && rows[at] !== undefined && !isCovered(rows[at]) ? paint.red(text) : text) })
      const step = nextStep(built, rows, context)
      io.out(`${[...table, '', share === 100 ? paint.green(total) : paint.red(total), ...(step === '' ? [] : [step]), ''].join('\n')}`)
    }
    return share === 100 && rows.length > 0 ? 0 : 1
  },
}
