import { parseTree, type Node, type ParseError } from 'jsonc-parser'
import type { Entity, Enumeration, Policy } from '../core/core.ts'
import type { Applicant, Fact, Facts } from '../engines/engine.ts'

/** Old spelling → new one, of facts, of kinds of matters and of enumeration values, in both languages. */
export type Renames = ReadonlyMap<string, string>

interface Pair {
  readonly zh: string
  readonly en: string
}

function spellings({ applicant, matters, enumerations }: Policy): ReadonlySet<string> {
  const names = [applicant, ...matters].flatMap((each) => [each.name, ...each.fields.map(({ name }) => name)])
  return new Set([...names, ...enumerations.flatMap((each) => [each.name, ...each.values])].flatMap(({ zh, en }) => [zh, en]))
}

/** What has kept one of its two spellings, by the other. */
function counterpart<Thing>(thing: Pair, among: readonly Thing[], nameOf: (thing: Thing) => Pair): Thing | undefined {
  return among.find((each) => nameOf(each).zh === thing.zh) ?? among.find((each) => nameOf(each).en === thing.en)
}

/**
 * What was renamed between two texts: a thing is known again by the spelling that it has kept. A spelling that the later text still uses for
 * something is not one that was given up.
 */
export function vocabularyRenames(before: Policy, after: Policy): Renames {
  const renames = new Map<string, string>()
  const note = (was: Pair, is: Pair | undefined): void => {
    if (is === undefined) return
    if (was.zh !== is.zh) renames.set(was.zh, is.zh)
    if (was.en !== is.en) renames.set(was.en, is.en)
  }
  const entity = (was: Entity, is: Entity): void => {
    note(was.name, is.name)
    for (const { name } of was.fields) note(name, counterpart(name, is.fields, (each) => each.name)?.name)
  }
  entity(before.applicant, after.applicant)
  for (const each of before.matters) {
    const other = counterpart(each.name, after.matters, ({ name }) => name)
    if (other !== undefined) entity(each, other)
  }
  for (const each of before.enumerations) {
    const other: Enumeration | undefined = counterpart(each.name, after.enumerations, ({ name }) => name)
    if (other === undefined) continue
    for (const value of each.values) note(value, counterpart(value, other.values, (name) => name))
  }
  const used = spellings(after)
  return new Map([...renames].filter(([name]) => !used.has(name)))
}

/** Objects whose keys are names of the vocabulary, and keys whose value is one. */
const NAMED_KEYS: ReadonlySet<string> = new Set(['facts', 'cases', 'weights', 'matters'])
const NAMED_VALUES: ReadonlySet<string> = new Set(['kind', 'by', 'part'])
const FREE_TEXT: ReadonlySet<string> = new Set(['pattern', 'shared'])

const enumerated = ({ applicant, matters }: Policy): ReadonlySet<string> =>
  new Set([applicant, ...matters].flatMap(({ fields }) => fields.filter(({ type }) => type.kind === 'enumeration').flatMap(({ name }) => [name.zh, name.en])))

/**
 * A file of dossiers, of a ledger or of distributions (JSON) with the new names, all else letter for letter as it was. Words of a text, such
 * as the name of an enterprise, are nobody's name here.
 * @param policy the one whose names the file has
 */
export function renameInFile(policy: Policy, text: string, renames: Renames): string {
  const errors: ParseError[] = []
  const root = renames.size === 0 ? undefined : parseTree(text, errors)
  if (root === undefined || errors.length > 0) return text
  const choices = enumerated(policy)
  const found: { readonly node: Node; readonly name: string }[] = []
  const rename = (node: Node | undefined): void => {
    const name = node?.type === 'string' ? renames.get(String(node.value)) : undefined
    if (node !== undefined && name !== undefined) found.push({ node, name })
  }
  const walk = (node: Node, key: string | null, field: string | null): void => {
    if (node.type === 'string') {
      const named = key !== null && NAMED_VALUES.has(key)
      const chosen = field !== null && (choices.has(field) || choices.has(renames.get(field) ?? field)) && !(key !== null && FREE_TEXT.has(key))
      if (named || chosen) rename(node)
      return
    }
    for (const child of node.children ?? []) {
      if (child.type !== 'property') {
        walk(child, key, field)
        continue
      }
      const [name, value] = child.children ?? []
      if (key !== null && NAMED_KEYS.has(key)) rename(name)
      if (value !== undefined) walk(value, String(name?.value), key === 'facts' ? String(name?.value) : field)
    }
  }
  walk(root, null, null)
  return found.sort((a, b) => b.node.offset - a.node.offset)
    .reduce((changed, { node, name }) => changed.slice(0, node.offset) + JSON.stringify(name) + changed.slice(node.offset + node.length), text)
}

/** Applicants that were read with the names of `policy`, under the new ones. */
export function renameApplicants(policy: Policy, applicants: readonly Applicant[], renames: Renames): readonly Applicant[] {
  const choices = enumerated(policy)
  const to = (name: string): string => renames.get(name) ?? name
  const factOf = (name: string, fact: Fact): Fact => (fact.state === 'given' && typeof fact.value === 'string' && (choices.has(name) || choices.has(to(name))) ? { ...fact, value: to(fact.value) } : fact)
  const facts = (all: Facts): Facts => new Map([...all].map(([name, fact]) => [to(name), factOf(name, fact)]))
  return applicants.map((each) => ({ id: each.id, facts: facts(each.facts), matters: each.matters.map((matter) => ({ id: matter.id, entity: to(matter.entity), facts: facts(matter.facts) })) }))
}
