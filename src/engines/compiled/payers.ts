import type { Sharing } from '../../core/core.ts'
import { borne, type Way } from '../payers.ts'
import type { Draft } from './drafts.ts'
import type { Compiler } from './expressions.ts'
import { isKept, type Code } from './frame.ts'
import { asTruth, FALSE, missingOf, not, TRUE } from './values.ts'

/** A way of sharing, its condition at each clause as a closure. */
export interface SharingProgram {
  readonly sharing: Sharing
  readonly when: ReadonlyMap<string, { readonly code: Code; readonly negated: boolean } | null>
}

export function sharingPrograms(compiler: Compiler): readonly SharingProgram[] {
  return compiler.policy.sharing.filter(({ under }) => isKept(compiler, under)).map((sharing) => ({
    sharing,
    when: new Map(sharing.clauses.map((id) => {
      const condition = sharing.when?.[id]
      return [id, condition === undefined ? null : { code: compiler.code(condition.expr), negated: condition.negated }]
    })),
  }))
}

/** Who bears each line, after the limits. */
export function withPayers(drafts: readonly Draft[], programs: readonly SharingProgram[]): readonly Draft[] {
  if (programs.length === 0) return drafts
  return drafts.map((draft) => {
    if (!draft.money || draft.line.possible === 0n) return draft
    const ways: Way[] = []
    for (const { sharing, when } of programs) {
      const condition = when.get(draft.line.clause)
      if (condition === undefined) continue
      const val = condition === null ? true : condition.code(draft.frame)
      const truth = condition?.negated === true ? not(asTruth(val)) : asTruth(val)
      ways.push({ sharing, canBeTrue: (truth & TRUE) !== 0, canBeFalse: (truth & FALSE) !== 0, missing: missingOf(val) })
    }
    return ways.length === 0 ? draft : { ...draft, line: borne(draft.line, ways) }
  })
}
