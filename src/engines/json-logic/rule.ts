/** A JSON Logic rule: plain JSON. A text that starts with `refused:` is the answer of a rule that cannot tell. */
export type Rule = null | boolean | number | string | readonly Rule[] | { readonly [operation: string]: Rule }

/** JSON Logic's numbers are doubles: whole numbers are exact up to here. */
export const LARGEST = 9_007_199_254_740_991n

export function get(path: string): Rule {
  return { var: path }
}

export function not(rule: Rule): Rule {
  return typeof rule === 'boolean' ? !rule : { '!': [rule] }
}

/** Both operands are yes or no: so is the result. */
export function and(rules: readonly Rule[]): Rule {
  const open = rules.filter((rule) => rule !== true)
  if (open.includes(false)) return false
  const [first, ...rest] = open
  return first === undefined ? true : rest.length === 0 ? first : { and: open }
}

export function or(rules: readonly Rule[]): Rule {
  return not(and(rules.map(not)))
}

/** The value of the first case whose condition is true. */
export function firstOf(cases: readonly (readonly [Rule, Rule])[], otherwise: Rule): Rule {
  const open: Rule[] = []
  for (const [when, then] of cases) {
    if (when === false) continue
    if (when === true) return open.length === 0 ? then : { if: [...open, then] }
    open.push(when, then)
  }
  return open.length === 0 ? otherwise : { if: [...open, otherwise] }
}

export function same(a: Rule, b: Rule): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
