import { amendment, amendmentWords } from '../../src/analyses/amendment.ts'
import type { Text } from '../../src/explain/text.ts'
import { segmentSource } from '../../src/source/segments.ts'
import { shortRange, signedChange } from '../words/amounts.ts'
import { REPORT_WORDS } from '../words/report.ts'
import { fill } from '../words/say.ts'
import { summary } from '../words/summary.ts'
import { cautionOf, titled } from '../words/versions.ts'
import type { Edition } from '../words/versions.ts'
import { WORDS } from '../words/words.ts'
import type { CardView, Evaluation, LineView } from '../workers/protocol.ts'
import { NOTHING, changeOf } from '../workers/range.ts'

/** A report as data: the same for paper and for Markdown. */
export interface Report {
  readonly title: Text
  /** Which version of which kind, and what it is compared with. */
  readonly version: Text
  readonly line: Text
  readonly rows: readonly { readonly id: string; readonly before: string; readonly after: string }[]
  readonly wording: readonly string[]
  readonly effects: readonly { readonly name: string; readonly clause: string; readonly subject: string; readonly before: Text; readonly after: Text; readonly difference: Text }[]
  readonly unchanged: number
  readonly notCounted: readonly Text[]
  readonly readings: readonly Text[]
  readonly situation: Text
}

export interface Reported {
  readonly evaluation: Evaluation
  /** The official text before and after. */
  readonly before: string
  readonly after: string
  readonly edition: Edition | null
  readonly version: Text
  /** null: its own saved text. */
  readonly against: Text | null
  readonly on: string
  readonly asIfPublished: string
}

export function reportOf({ evaluation, before, after, edition, version, against, on, asIfPublished }: Reported): Report {
  const caution = cautionOf(edition)
  const compared = fill(REPORT_WORDS.version, { version: '\u0000', against: '\u0001' })
  const put = (language: 'zh' | 'en'): string => compared[language].replace('\u0000', version[language]).replace('\u0001', (against ?? REPORT_WORDS.saved)[language]) + (caution === null ? '' : ` ${caution[language]}`)
  const cards = evaluation.effect?.cards ?? []
  const changed = cards.filter((card) => card.changed)
  const touched = new Set(changed.flatMap((card) => card.lines.filter((line) => line.changed).map((line) => line.clause)))
  return {
    title: titled(evaluation.title, edition), version: { zh: put('zh'), en: put('en') }, line: summary(evaluation) ?? REPORT_WORDS.nothing, rows: rowsOf(before, after), wording: amendmentWords(amendment(before, after)),
    effects: changed.flatMap((card) => card.lines.filter((line) => line.changed).map((line) => effectOf(card, line))), unchanged: cards.length - changed.length,
    notCounted: cards.flatMap((card) => card.lines.filter((line) => touched.has(line.clause)).flatMap((line) => openOf(card, line))),
    readings: evaluation.readings.map(({ ambiguity, name }) => ({ zh: fill(REPORT_WORDS.read, { ambiguity, name: name.zh }).zh, en: fill(REPORT_WORDS.read, { ambiguity, name: name.en.replaceAll('_', ' ') }).en })),
    situation: fill(REPORT_WORDS.situation, { published: asIfPublished, on }),
  }
}

function rowsOf(before: string, after: string): Report['rows'] {
  const old = new Map(segmentSource(before).map((each) => [each.id, each.text]))
  const now = new Map(segmentSource(after).map((each) => [each.id, each.text]))
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((id) => {
    const row = { id, before: old.get(id) ?? '—', after: now.get(id) ?? '—' }
    return row.before === row.after ? [] : [row]
  })
}

function effectOf({ name }: CardView, line: LineView): Report['effects'][number] {
  const was = line.before?.range ?? NOTHING
  return { name, clause: line.clause, subject: line.subject, before: shortRange(was), after: shortRange(line.range), difference: signedChange(changeOf(was, line.range)) ?? { zh: '—', en: '—' } }
}

function openOf({ name }: CardView, line: LineView): readonly Text[] {
  const facts = { name, clause: line.clause, subject: line.subject }
  if (line.range.possible === null) return [fill(REPORT_WORDS.unstated, facts)]
  if (line.standing === 'undetermined') return [fill(REPORT_WORDS.missing, facts)]
  return line.standing === 'awaits-decision' ? [fill(REPORT_WORDS.awaits, facts)] : []
}

/** Nothing in a name or a sentence becomes markup. */
const plain = (text: string): string => text.replace(/[\\`*_{}[\]<>()#+\-.!|~&]/g, (sign) => (/[<>&]/.test(sign) ? { '<': '&lt;', '>': '&gt;', '&': '&amp;' }[sign] ?? '' : /[.()\-+]/.test(sign) ? sign : `\\${sign}`)).replace(/\s+/g, ' ')
const row = (cells: readonly string[]): string => `| ${cells.map(plain).join(' | ')} |`

/** The report as Markdown. */
export function markdown(report: Report, say: (text: Text) => string): string {
  const words = REPORT_WORDS
  const list = (items: readonly string[]): readonly string[] => items.map((each) => `- ${plain(each)}`)
  const table = (heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => [row(heads), `|${heads.map(() => ' --- |').join('')}`, ...rows.map(row)]
  return [
    `# ${plain(say(report.title))}`, '', `## ${say(words.heading)}`, '', `**${plain(say(report.line))}**`, '', `> ${plain(say(report.version))}`, '>', `> ${say(WORDS.sample)}${say({ zh: '。', en: '. ' })}${say(report.situation)}`, '',
    ...(report.rows.length === 0 ? [] : [`## ${say(words.compared)}`, '', ...table([say(words.sentence), say(words.old), say(words.fresh)], report.rows.map((each) => [each.id, each.before, each.after])), '']),
    ...(report.wording.length === 0 ? [] : [`## ${say(words.wording)}`, '', ...list(report.wording), '']),
    `## ${say(words.effects)}`, '',
    ...(report.effects.length === 0 ? [say(words.noEffect)] : [
      ...table([say(words.applicant), say(words.clause), say(words.before), say(words.after), say(words.difference)], report.effects.map((each) => [each.name, `${each.clause} ${each.subject}`, say(each.before), say(each.after), say(each.difference)])),
      '', say(fill(words.unchanged, { count: report.unchanged })),
    ]), '',
    `## ${say(words.notCounted)}`, '', ...(report.notCounted.length === 0 ? [say(words.all)] : list(report.notCounted.map(say))), '',
    `## ${say(words.readings)}`, '', ...(report.readings.length === 0 ? [say(words.usual)] : list(report.readings.map(say))), '',
  ].join('\n')
}
