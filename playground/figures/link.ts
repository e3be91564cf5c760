import { shift } from '../../src/base/span.ts'
import type { Span } from '../../src/base/span.ts'
import type { Figure, Place } from '../workers/protocol.ts'
import { grouped } from './grouped.ts'
import { lenders } from './lent.ts'
import { literalsOf } from './literals.ts'
import { isOwnUnit, numbersIn } from './number.ts'
import type { Spelled } from './number.ts'
import { perObject } from '../../src/base/per-object.ts'
import { idOf } from './statements.ts'
import type { Known, KnownQuote } from './statements.ts'

/**
 * Which literal of the code is which number of the official text. A literal belongs to a number of the same value in its own
 * statement's quotation; the quotation belongs to the place in the official text. What is written in one of these places is
 * written in all of them.
 */

/** A number as one quotation states it. */
interface Stated {
  readonly number: Spelled
  readonly quote: KnownQuote
  /** In the file of the quotation. */
  readonly span: Span
  /** In the official text. */
  readonly source: Span | null
}

interface WrittenLiteral {
  readonly place: Place
  readonly value: string
  readonly index: number
  /** Of the statement that it stands in. */
  readonly key: string
}

/** Statements whose numbers are not the policy's: they test or ask. */
const NOT_THE_POLICY: ReadonlySet<string> = new Set(['example', 'claim', 'ambiguity', 'policy', 'agency', 'enumeration', 'entity'])
const AROUND = 14

export function figuresOf(statements: readonly Known[], source: string, sourceFile: string): readonly Figure[] {
  const units = ownUnits(statements)
  const stated = new Map(statements.map((known) => [known, known.quotes.flatMap((quote) => numbersOfQuote(quote, units))]))
  const everywhere = bySource([...stated].flatMap(([known, numbers]) => numbers.map((each) => ({ known, each }))))
  const figures: Figure[] = []
  const taken = new Map<string, number>()
  const lent = lenders(statements)
  const used = new Set<string>()
  for (const known of inTurn(statements)) {
    if (NOT_THE_POLICY.has(known.placed.statement.kind)) continue
    const numbers = (stated.get(known) ?? []).filter((each) => each.quote.cites)
    const own = literalsIn(known).filter((each) => !used.has(spotOf(each)))
    const others = numbers.length === 0 ? [] : lent(known).flatMap(literalsIn).filter((each) => !used.has(spotOf(each)) && numbers.some(({ number }) => identityOf(number.kind, number.value) === identityOf(each.place.kind, each.value)))
    for (const each of others) used.add(spotOf(each))
    for (const group of groupsOf([...own, ...others], numbers)) {
      const spot = group.stated?.source ?? null
      const earlier = spot === null ? undefined : taken.get(String(spot.start))
      if (earlier !== undefined) {
        const before = figures[earlier]
        if (before !== undefined) figures[earlier] = { ...before, places: [...before.places, ...group.literals.map((each) => each.place)] }
        continue
      }
      if (spot !== null) taken.set(String(spot.start), figures.length)
      figures.push(makeFigure(known, group, everywhere, source, sourceFile))
    }
  }
  return figures
}

/** Units that the policy has of its own, as its literals write them. */
function ownUnits(statements: readonly Known[]): readonly string[] {
  return [...new Set(statements.flatMap(({ placed }) => literalsOf(placed.statement).flatMap((literal) => (literal.kind === 'number' && literal.unit !== null && isOwnUnit(literal.unit) ? [literal.unit] : []))))].sort()
}

const numbers = new WeakMap<KnownQuote, { readonly units: string; readonly stated: readonly Stated[] }>()

function numbersOfQuote(quote: KnownQuote, own: readonly string[]): readonly Stated[] {
  const units = own.join('\n')
  const before = numbers.get(quote)
  if (before !== undefined && before.units === units) return before.stated
  const stated = numbersIn(quote.text, own).map((number) => ({
    number, quote, span: shift(number.span, quote.span.start),
    source: quote.found === null ? null : shift(number.span, quote.found.start),
  }))
  numbers.set(quote, { units, stated })
  return stated
}

type Everywhere = ReadonlyMap<number, readonly { readonly known: Known; readonly each: Stated }[]>

function bySource(all: readonly { readonly known: Known; readonly each: Stated }[]): Everywhere {
  const map = new Map<number, { readonly known: Known; readonly each: Stated }[]>()
  for (const one of all) {
    if (one.each.source === null) continue
    const list = map.get(one.each.source.start) ?? []
    list.push(one)
    map.set(one.each.source.start, list)
  }
  return map
}

interface Group {
  readonly literals: readonly WrittenLiteral[]
  readonly stated: Stated | null
}

/** Clauses before what they may name, so that a figure is that of the clause. */
function inTurn(statements: readonly Known[]): readonly Known[] {
  return [...statements.filter((each) => idOf(each.placed.statement) !== null), ...statements.filter((each) => idOf(each.placed.statement) === null)]
}

const identityOf = (kind: string, value: string): string => `${kind} ${value}`
const spotOf = ({ place }: WrittenLiteral): string => `${place.file} ${place.span.start}`

const literalsIn = perObject((known: Known): readonly WrittenLiteral[] =>
  literalsOf(known.placed.statement).flatMap((literal, index): WrittenLiteral[] => {
    const whole = shift(literal.span, known.placed.start)
    // 20元/平方米 is the 20元 of “每平方米每月20元”.
    const written = known.text.slice(whole.start, whole.end).replace(literal.kind === 'price' ? /\s*[/／].*$/s : /$^/, '')
    const span = { start: whole.start, end: whole.start + written.length }
    const match = /^([\d,]+(?:\.\d+)?)\s*(.*)$/s.exec(written)
    if (match === null) return []
    const place: Place = { file: known.file, span, role: 'literal', kind: literal.kind === 'price' ? 'money' : literal.kind, digits: (match[1] ?? '').replaceAll(',', ''), unit: match[2] ?? '' }
    return [{ place, value: literal.value, index, key: known.key }]
  }))

/** Literals of one value in order, to numbers of that value in order: two literals under two readings may share one number. */
function groupsOf(literals: readonly WrittenLiteral[], stated: readonly Stated[]): readonly Group[] {
  const groups: Group[] = []
  for (const [identity, same] of grouped(literals, (each) => identityOf(each.place.kind, each.value))) {
    const numbers = stated.filter(({ number }) => identityOf(number.kind, number.value) === identity)
    if (numbers.length === 0) {
      groups.push(...same.map((each) => ({ literals: [each], stated: null })))
      continue
    }
    for (const [at, number] of numbers.entries()) {
      const own = same.filter((_, index) => index % numbers.length === at)
      if (own.length > 0) groups.push({ literals: own, stated: number })
    }
  }
  return groups.sort((a, b) => (a.literals[0]?.index ?? 0) - (b.literals[0]?.index ?? 0))
}

function makeFigure(known: Known, group: Group, everywhere: Everywhere, source: string, sourceFile: string): Figure {
  const first = group.literals[0]
  const stated = group.stated
  const spot = stated?.source ?? null
  const quotes = spot === null ? (stated === null ? [] : [{ known, each: stated }]) : (everywhere.get(spot.start) ?? [])
  const shown = stated?.number ?? first?.place
  const places: Place[] = group.literals.map((each) => each.place)
  for (const { known: owner, each } of quotes) places.push({ file: owner.file, span: each.span, role: 'quote', kind: each.number.kind, digits: each.number.digits, unit: each.number.unit })
  if (spot !== null && stated !== null) places.push({ file: sourceFile, span: spot, role: 'source', kind: stated.number.kind, digits: stated.number.digits, unit: stated.number.unit })
  const around = spot === null ? aroundLiteral(known, first) : wordsAround(source, spot)
  return {
    id: `${first?.key ?? known.key}#${first?.index ?? 0}`, kind: first?.place.kind ?? 'number', value: first?.value ?? '', digits: shown?.digits ?? '', unit: shown?.unit ?? '',
    statement: known.key, clause: idOf(known.placed.statement), places, source: spot, segment: stated?.quote.found?.segment ?? null, around,
  }
}

function wordsAround(text: string, span: Span): Figure['around'] {
  const before = text.slice(Math.max(0, span.start - AROUND), span.start)
  const after = text.slice(span.end, span.end + AROUND)
  return { before: before.replace(/^.*[。\n]/s, ''), after: after.replace(/[。\n].*$/s, '') }
}

/** The line of the code that the literal stands on. */
function aroundLiteral(known: Known, literal: WrittenLiteral | undefined): Figure['around'] {
  if (literal === undefined) return { before: '', after: '' }
  const { start, end } = literal.place.span
  const before = known.text.slice(known.text.lastIndexOf('\n', start - 1) + 1, start).trimStart()
  const after = (known.text.slice(end).split('\n', 1)[0] ?? '').trimEnd()
  return { before, after }
}
