import type { Stage } from '../../grammar/stages.ts'
import type { Span } from '../base/span.ts'

/**
 * The tree of one statement, as written: names unresolved, types unknown. Every span is relative to the start of its
 * statement, so that an edit above a statement leaves the statement as it is. Parts that the parser could not read are
 * absent (null or not in the list); the diagnostic says so.
 */

export interface Word {
  readonly text: string
  readonly span: Span
}

/** A quoted text without its quotation marks. `span` is that of the content. */
export interface Quote {
  readonly text: string
  readonly span: Span
  /** Tells a quotation from a word where either may stand. */
  readonly quoted: true
}

/** A name as declared: 厂房 (factory). Either may be the Chinese one; `names.ts` sorts them. */
export interface Declared {
  readonly name: Word
  readonly alias: Word | null
}

/** A text in one or both languages: “…” or “…” / “…”, Chinese first. */
export interface Texts {
  readonly zh: Quote
  readonly en: Quote | null
}

/** 依解读 A2 补差 */
export interface UnderReading {
  readonly ambiguity: Word
  readonly reading: Word
  readonly span: Span
}

// ---------------------------------------------------------------- expressions

export type Literal =
  /** `value` in fen, as canonical `n` or `n/d`. */
  | { readonly kind: 'money'; readonly value: string; readonly span: Span }
  | { readonly kind: 'ratio'; readonly value: string; /** % or ‰ or points, as written */ readonly unit: '%' | '‰' | 'points'; readonly span: Span }
  /** Months. */
  | { readonly kind: 'duration'; readonly value: string; readonly span: Span }
  | { readonly kind: 'days'; readonly value: string; readonly span: Span }
  /** A plain number; `unit` as written (项, 吨), null for none. */
  | { readonly kind: 'number'; readonly value: string; readonly unit: string | null; readonly span: Span }
  /** Fen for one unit: 0.8元/吨. */
  | { readonly kind: 'price'; readonly value: string; readonly unit: string; readonly span: Span }
  /** As written, `YYYY-MM-DD`; the checker refuses days that do not exist. */
  | { readonly kind: 'date'; readonly value: string; readonly span: Span }
  | { readonly kind: 'text'; readonly value: string; readonly span: Span }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly span: Span }

export type ComparisonOperator = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge'

/** How a comparison was written: the word, the word for days (不早于), the symbol, or the word after the number (50万元 以上). The formatter keeps it. */
export type ComparisonStyle = 'word' | 'day' | 'symbol' | 'postfix'

export type Expression =
  | { readonly kind: 'literal'; readonly literal: Literal; readonly span: Span }
  | { readonly kind: 'name'; readonly name: Word; readonly span: Span }
  | { readonly kind: 'today'; readonly span: Span }
  | { readonly kind: 'in-force-day'; readonly span: Span }
  | { readonly kind: 'period-start' | 'period-number'; readonly span: Span }
  | { readonly kind: 'unary'; readonly op: 'not' | 'negate' | 'year-of' | 'year-start' | 'month-start'; readonly arg: Expression; readonly span: Span }
  | { readonly kind: 'binary'; readonly op: 'add' | 'subtract' | 'multiply' | 'divide' | 'whole-steps'; readonly left: Expression; readonly right: Expression; readonly span: Span }
  /** 40% 的 投资额; 项目 的 投资额: which of the two is for the checker. */
  | { readonly kind: 'of'; readonly left: Expression; readonly right: Expression; readonly span: Span }
  | { readonly kind: 'logic'; readonly op: 'and' | 'or'; readonly args: readonly Expression[]; readonly span: Span }
  /** One subject, one or two bounds: 产值 1亿元 以上 不满 5亿元. */
  | { readonly kind: 'compare'; readonly left: Expression; readonly bounds: readonly Bound[]; readonly span: Span }
  | { readonly kind: 'in'; readonly value: Expression; readonly negated: boolean; readonly set: readonly Expression[]; readonly span: Span }
  | { readonly kind: 'extreme'; readonly op: 'min' | 'max'; readonly args: readonly Expression[]; readonly span: Span }
  | { readonly kind: 'marginal'; readonly base: Expression; readonly parts: readonly Part[]; readonly span: Span }
  | { readonly kind: 'aggregate'; readonly op: 'count' | 'sum' | 'min' | 'max' | 'exists'; readonly entity: Word; readonly value: Expression | null; readonly where: Expression | null; readonly span: Span }
  | { readonly kind: 'granted'; readonly measure: 'amount' | 'count'; readonly clauses: ClauseList; readonly key: readonly Expression[]; readonly period: 'ever' | 'year'; /** The first and the last day that count. */ readonly from: Expression | null; readonly until: Expression | null; readonly span: Span }
  | { readonly kind: 'group'; readonly inner: Expression; readonly span: Span }
  /** Something unreadable stood here; already reported. */
  | { readonly kind: 'broken'; readonly span: Span }

export interface Bound {
  readonly op: ComparisonOperator
  readonly style: ComparisonStyle
  readonly right: Expression
  readonly span: Span
}

/** `upTo` null: the rest (超过 的部分). */
export interface Part {
  readonly upTo: Expression | null
  readonly rate: Expression
  readonly span: Span
}

export type ClauseList =
  | { readonly kind: 'listed'; readonly clauses: readonly Word[]; readonly span: Span }
  | { readonly kind: 'all'; readonly except: readonly Word[]; readonly span: Span }

// ---------------------------------------------------------------- clauses

export type TreePeriod = 'ever' | 'year' | 'month'

export type TreeShare =
  | { readonly kind: 'ranked'; readonly by: Expression; readonly direction: 'descending' | 'ascending' }
  | { readonly kind: 'pro-rata' }
  | { readonly kind: 'none' }
  | { readonly kind: 'text-order' }

/** 可放宽至 MAX [仅当 EXPR] */
export interface TreeWidening {
  readonly max: Expression
  readonly when: Expression | null
}

interface ItemBase {
  readonly span: Span
  readonly under: readonly UnderReading[]
}

export type ClauseItem = ItemBase & (
  | { readonly kind: 'cites'; readonly quote: Quote }
  | { readonly kind: 'see'; readonly quote: Quote }
  | { readonly kind: 'for-each'; readonly entity: Word }
  | { readonly kind: 'addressee'; readonly names: readonly (Word | Quote)[] }
  | { readonly kind: 'when'; readonly expr: Expression }
  | { readonly kind: 'unless'; readonly expr: Expression }
  | { readonly kind: 'may'; /** 须经决定 如 EXPR; null: 可. */ readonly when: Expression | null }
  /** 逐月 自 DAY [至 DAY] [最长 36个月] */
  | { readonly kind: 'term'; readonly unit: 'month' | 'year'; readonly from: Expression; readonly until: Expression | null; readonly longest: Expression | null }
  | { readonly kind: 'grant'; readonly result: 'grant' | 'ceiling'; /** null: 未定额 */ readonly amount: Expression | null }
  /** 认定为 X */
  | { readonly kind: 'recognise'; readonly value: Word }
  /** 按 KEY 分别 给予 / 给予不超过 / 认定为 + rows; without a key each row has its condition. */
  | { readonly kind: 'cases'; readonly result: 'grant' | 'ceiling' | 'status'; readonly by: Expression | null; readonly rows: readonly CaseRow[] }
  | { readonly kind: 'priority'; readonly order: readonly Word[] }
  | { readonly kind: 'provide'; readonly what: Texts; readonly duration: Expression | null }
  | { readonly kind: 'refer'; readonly to: Texts }
  /** 退回 AMOUNT: an outcome of its own. */
  | { readonly kind: 'repay'; readonly amount: Expression }
  | { readonly kind: 'deduct'; readonly amount: Expression }
  | { readonly kind: 'cap'; readonly max: Expression; readonly period: TreePeriod | null; readonly key: readonly Expression[] | null; readonly share: TreeShare | null; /** 不足整笔不给予 */ readonly whole: boolean; readonly widened: TreeWidening | null }
  /** 每年 不超过 10项 / 每年 不超过 8000万元: a quota or a budget, by the type of `max`. */
  | { readonly kind: 'quota'; readonly period: TreePeriod; readonly max: Expression; readonly key: readonly Expression[] | null; readonly share: TreeShare | null; /** 不足整笔不给予 */ readonly whole: boolean; readonly widened: TreeWidening | null }
  | { readonly kind: 'once'; readonly key: readonly Expression[] | null }
  | { readonly kind: 'exception-to'; readonly clauses: readonly Word[] }
  | { readonly kind: 'reinstates'; readonly clauses: readonly Word[] }
  | { readonly kind: 'valid'; readonly end: 'from' | 'until'; readonly day: Word }
  /** 不设最高额: the text sets no cap, and that is no oversight of the code. */
  | { readonly kind: 'no-cap' }
  /** In a constraint only. */
  | { readonly kind: 'in-principle' }
  /** 同一 KEY 的 CLAUSES 取 最高者 / 最早者 按 EXPR 连同 AMOUNT */
  | { readonly kind: 'same'; readonly key: readonly Expression[]; readonly clauses: ClauseList; readonly keep: 'highest' | 'earliest'; readonly order: Expression | null; /** 连同 */ readonly elsewhere: Expression | null }
  /** CLAUSES 当 EXPR / CLAUSES 除非 EXPR */
  | { readonly kind: 'condition-over'; readonly clauses: ClauseList; readonly negated: boolean; readonly expr: Expression }
  /** CLAUSES 须经决定 如 EXPR */
  | { readonly kind: 'power-over'; readonly clauses: ClauseList; readonly expr: Expression }
  /** CLAUSES 可并享 */
  | { readonly kind: 'cumulable'; readonly clauses: ClauseList }
  /** CLAUSES 分担 AGENCY SHARE，… [当 EXPR | 除非 EXPR] */
  | { readonly kind: 'shared-by'; readonly clauses: ClauseList; readonly payers: readonly { readonly agency: Word; readonly share: Expression; readonly span: Span }[]; readonly condition: { readonly expr: Expression; readonly negated: boolean } | null }
  /** CLAUSES 合计 [每年] 不超过 MAX [按 KEY] [SHARE] */
  | {
    readonly kind: 'together'; readonly clauses: ClauseList; readonly period: TreePeriod | null; readonly max: Expression; readonly key: readonly Expression[] | null; readonly share: TreeShare | null; /** 不足整笔不给予 */ readonly whole: boolean; readonly widened: TreeWidening | null
    /** 不减 3.1，3.2 */
    readonly spared: readonly Word[]
  }
)

export interface CaseRow {
  /** With a key: the values of the key that the row is for (null: 其他). Without: the outcome's name for a status, null for an amount. */
  readonly key: RowKey | null
  /** The amount, or for a status its value (a name expression). */
  readonly value: Expression
  /** Only in cases without a key. */
  readonly when: Expression | null
  readonly span: Span
}

export type RowKey =
  | { readonly kind: 'values'; readonly values: readonly Expression[]; readonly span: Span }
  | { readonly kind: 'interval'; readonly bounds: readonly Bound[]; readonly span: Span }
  | { readonly kind: 'otherwise'; readonly span: Span }

// ---------------------------------------------------------------- statements

export type FieldType =
  | { readonly kind: 'boolean' | 'money' | 'ratio' | 'date' | 'duration' | 'text' | 'identifier' }
  | { readonly kind: 'integer'; readonly unit: Word | null }
  | { readonly kind: 'quantity'; readonly unit: Declared }
  /** An enumeration or a matter. */
  | { readonly kind: 'named'; readonly name: Word }

export interface FieldTree {
  readonly name: Declared
  readonly type: FieldType
  readonly question: Texts | null
  readonly judgedBy: Word | null
  readonly span: Span
}

/** A fact in an example: 投资额 2,500,000元. */
export interface Assignment {
  readonly field: Word
  readonly value: { readonly kind: 'literal'; readonly literal: Literal } | { readonly kind: 'name'; readonly name: Word } | { readonly kind: 'unknown' } | { readonly kind: 'not-applicable' }
  readonly span: Span
}

/** A sort of limit in 限制次序; `unknown` is what stands there in the place of one. */
export interface StageWord {
  readonly stage: Stage | null
  readonly unknown: string | null
  readonly span: Span
}

export type HeaderItem = { readonly span: Span } & (
  | { readonly kind: 'title'; readonly texts: Texts }
  | { readonly kind: 'jurisdiction'; readonly texts: Texts }
  | { readonly kind: 'edition'; readonly edition: 'official' | 'draft' | 'illustrative-amendment' | 'model-text' }
  | { readonly kind: 'source'; readonly file: Quote; readonly fingerprint: Quote | null }
  | { readonly kind: 'published'; /** null: 未定 */ readonly day: Word | null }
  | { readonly kind: 'rounding'; readonly of: 'grant' | 'ceiling'; readonly how: 'half-up' | 'down' | 'up' }
  | { readonly kind: 'limit-order'; readonly stages: readonly StageWord[] }
)

export type ExampleItem = { readonly span: Span } & (
  | { readonly kind: 'published'; readonly day: Word | null }
  | { readonly kind: 'today'; readonly day: Word }
  | { readonly kind: 'reading'; readonly under: UnderReading }
  /** 设 ENTITY ID facts… : the applicant type starts a new applicant, a matter belongs to the last one. */
  | { readonly kind: 'given'; readonly entity: Word; readonly id: Word | Quote; readonly facts: readonly Assignment[] }
  /** 已付 条款 1.2 [SUBJECT] 20万元 于 2025-03-01 facts… */
  | { readonly kind: 'paid'; readonly clause: Word; readonly subject: Word | Quote | null; readonly amount: Literal; readonly day: Word; readonly facts: readonly Assignment[] }
  /** 决定 条款 2.1 SUBJECT 80万元 | 采用 | 不采用 | 放宽至 80万元; of a constraint the last only. */
  | { readonly kind: 'decided'; readonly clause: Word; readonly ofConstraint: boolean; readonly subject: Word | Quote | null; readonly decision: { readonly kind: 'limit'; readonly amount: Literal } | { readonly kind: 'amount'; readonly amount: Literal } | { readonly kind: 'use'; readonly used: boolean } }
  /** 准予例外 约束 1.3 SUBJECT，SUBJECT */
  | { readonly kind: 'exception'; readonly constraint: Word; readonly subjects: readonly (Word | Quote)[] }
  | { readonly kind: 'expect'; readonly clause: Word | null; readonly subject: Word | Quote | null; readonly outcome: ExpectedOutcome }
)

/** `high` null: exactly `low`; 'unstated': no limit stated. */
export interface ExpectedAmount {
  readonly low: Literal
  readonly high: Literal | 'unstated' | null
}

export interface ExpectedOutcome {
  readonly standing: 'holds' | 'fails' | 'undetermined' | 'awaits-decision' | 'withdrawn' | null
  readonly amount: ExpectedAmount | null
  /** 分担 AGENCY AMOUNT */
  readonly payers: readonly { readonly agency: Word; readonly amount: ExpectedAmount }[]
  readonly status: Word | null
  readonly duration: Literal | null
  readonly missing: readonly Word[]
  readonly mentions: readonly Word[]
}

export type ClaimBody =
  /** CLAUSES [每年] 不超过 MAX [按 KEY] */
  | { readonly kind: 'bound'; readonly clauses: ClauseList; readonly period: TreePeriod | null; readonly max: Expression; readonly key: readonly Expression[] | null }
  /** A，B 不并存 */
  | { readonly kind: 'exclusive'; readonly values: readonly Word[] }
  /** 条款 1.1 不减于 项目 的 投资额 */
  | { readonly kind: 'monotone'; readonly clause: Word; readonly entity: Word; readonly field: Word }

interface StatementBase {
  /** From the keyword to the last token, so `start` is 0. */
  readonly span: Span
  /** Comments, for the formatter: offsets relative to the statement, `own` when alone on its line. */
  readonly comments: readonly { readonly text: string; readonly span: Span; readonly own: boolean }[]
}

export type Statement = StatementBase & (
  | { readonly kind: 'policy'; readonly name: Declared; readonly items: readonly HeaderItem[] }
  | { readonly kind: 'commencement'; readonly id: Word | null; readonly from: { readonly kind: 'publication'; readonly days: Literal | null } | { readonly kind: 'day'; readonly day: Word } | null; readonly until: Word | null; readonly items: readonly ClauseItem[] }
  | { readonly kind: 'entity'; readonly role: 'applicant' | 'matter'; readonly name: Declared; readonly fields: readonly FieldTree[] }
  | { readonly kind: 'enumeration'; readonly name: Declared; readonly values: readonly Declared[] }
  | { readonly kind: 'agency'; readonly names: readonly Declared[] }
  | { readonly kind: 'parameter'; readonly name: Declared; readonly values: readonly { readonly from: Word | null; readonly value: Expression; readonly quotes: readonly Quote[]; readonly span: Span }[] }
  | { readonly kind: 'definition'; readonly name: Declared; readonly entities: readonly Word[]; readonly value: Expression; readonly items: readonly ClauseItem[] }
  | { readonly kind: 'table'; readonly name: Declared; readonly by: Expression; readonly columns: readonly Declared[]; readonly rows: readonly { readonly key: RowKey; readonly values: readonly Expression[]; readonly span: Span }[]; readonly items: readonly ClauseItem[] }
  | { readonly kind: 'measure'; readonly id: Word; readonly name: Declared; readonly responsible: readonly Word[]; readonly cooperating: readonly Word[]; readonly quotes: readonly Quote[] }
  | { readonly kind: 'clause' | 'constraint' | 'direction' | 'recital'; readonly id: Word; readonly name: Declared | null; readonly items: readonly ClauseItem[] }
  | { readonly kind: 'ambiguity'; readonly id: Word; readonly name: Declared; readonly at: readonly Word[] | 'whole'; readonly question: Texts | null; readonly readings: readonly { readonly name: Declared; readonly isDefault: boolean; readonly meaning: Texts | null; readonly span: Span }[] }
  | { readonly kind: 'claim'; readonly name: Declared; readonly body: ClaimBody | null }
  | { readonly kind: 'example'; readonly name: Declared; readonly items: readonly ExampleItem[] }
)

/** A file: statements with the offset at which each starts. Text before the first statement is comments only. */
export interface FileTree {
  readonly file: string
  readonly text: string
  readonly statements: readonly Placed[]
  /** Syntax errors before the first statement, absolute. */
  readonly problems: readonly SyntaxProblem[]
  /** Comments outside any statement, absolute. */
  readonly comments: readonly { readonly text: string; readonly span: Span; readonly own: boolean }[]
}

export interface Placed {
  readonly start: number
  readonly statement: Statement
  /** Its syntax errors; a statement that has any is printed as it stands. */
  readonly problems: readonly SyntaxProblem[]
}

/** A syntax error of a statement; `span` is relative to the statement's start. */
export interface SyntaxProblem {
  readonly code: 'unexpected-character' | 'unclosed-quote' | 'unexpected-token' | 'text-outside-statement' | 'too-deep'
  readonly span: Span
  readonly facts: { readonly [name: string]: string }
}
