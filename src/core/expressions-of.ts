import type { Effect, Expr, Policy, RowKey } from './core.ts'

/** An expression and what it stands in: a clause's or limit's number, or a name. */
export interface PlacedExpr {
  readonly at: string
  readonly expr: Expr
}

/** Every expression of a policy with all that is inside it, each before its parts. */
export function expressionsOf(policy: Policy): readonly PlacedExpr[] {
  const found: PlacedExpr[] = []
  const add = (at: string, expr: Expr | null): void => {
    if (expr === null) return
    found.push({ at, expr })
    for (const part of partsOf(expr)) add(at, part)
  }
  for (const { id, conditions, effects, powers, terms } of policy.clauses) {
    for (const { value } of conditions) add(id, value.expr)
    for (const { value } of powers) add(id, value.when)
    for (const { value } of terms) for (const expr of [value.from, value.until, value.longest]) add(id, expr)
    for (const { value } of effects) for (const expr of effectParts(value)) add(id, expr)
  }
  for (const { id, key, max, share, widened, when, elsewhere } of policy.limits) {
    add(id, max)
    add(id, widened?.max ?? null)
    add(id, widened?.when ?? null)
    for (const { value } of when) for (const expr of Object.values(value.expr)) add(id, expr)
    for (const exprs of Object.values(key)) for (const expr of exprs) add(id, expr)
    for (const expr of Object.values(elsewhere ?? {})) add(id, expr)
    if (share.kind === 'ranked') for (const expr of Object.values(share.order)) add(id, expr)
  }
  for (const { id, when } of policy.sharing) for (const { expr } of Object.values(when ?? {})) add(id, expr)
  for (const { name, value } of policy.definitions) add(name.zh, value)
  for (const { name, values } of policy.parameters) for (const { value } of values) add(name.zh, value)
  for (const { name, rows } of policy.tables) {
    for (const row of rows) for (const expr of [...rowKeyParts(row.key), ...row.values]) add(name.zh, expr)
  }
  return found
}

function effectParts(effect: Effect): readonly (Expr | null)[] {
  switch (effect.kind) {
    case 'grant':
    case 'ceiling':
      return [effect.amount, ...effect.deductions.map((one) => one.value)]
    case 'status':
      return [effect.value]
    case 'in-kind':
      return [effect.duration]
    case 'repayment':
      return [effect.amount]
    case 'direction':
    case 'referral':
      return []
  }
}

function rowKeyParts(key: RowKey): readonly Expr[] {
  switch (key.kind) {
    case 'values':
      return key.values
    case 'interval':
      return [key.low, key.high].flatMap((end) => (end === null ? [] : [end.value]))
    case 'otherwise':
      return []
  }
}

/** What an expression is directly made of. */
export function partsOf(expr: Expr): readonly (Expr | null)[] {
  switch (expr.kind) {
    case 'literal': case 'subject': case 'applicant': case 'item': case 'parameter': case 'today': case 'in-force-day': case 'period-start': case 'period-number':
      return []
    case 'field': case 'definition':
      return [expr.of]
    case 'unary':
      return [expr.arg]
    case 'binary':
      return [expr.left, expr.right]
    case 'variadic':
      return expr.args
    case 'in':
      return [expr.value, ...expr.set]
    case 'choose':
      return [...expr.cases.flatMap((one) => [one.when, one.then]), expr.otherwise]
    case 'marginal':
      return [expr.base, ...expr.parts.flatMap((part) => [part.upTo, part.rate])]
    case 'lookup':
      return [expr.key]
    case 'aggregate':
      return [expr.where, expr.value]
    case 'granted':
      return [...expr.key, expr.from, expr.until]
  }
}
