const FEN = { type: 'integer', description: '整数分 / whole fen' } as const
const FEN_OR_OPEN = { anyOf: [FEN, { type: 'null' }], description: '整数分；原文没有规定限额时为 null / whole fen, null where the text sets no limit' } as const
const TEXT = { type: 'object', additionalProperties: false, required: ['zh', 'en'], properties: { zh: { type: 'string' }, en: { type: 'string' } } } as const
const OPEN_TEXT = { anyOf: [{ $ref: '#/$defs/text' }, { type: 'null' }] } as const
const OPEN_STRING = { type: ['string', 'null'] } as const
const STRING = { type: 'string' } as const
const STRINGS = { type: 'array', items: STRING } as const
const DAY = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } as const
const OPEN_DAY = { anyOf: [DAY, { type: 'null' }] } as const
const OPEN_CITE = { anyOf: [{ $ref: '#/$defs/cite' }, { type: 'null' }] } as const
const COUNT = { type: 'integer', minimum: 0 } as const

type Schema = { readonly [keyword: string]: unknown }

/** An object that has these members and no others; those in `optional` may be absent. */
function object(properties: { readonly [name: string]: Schema }, optional: readonly string[] = []): Schema {
  return { type: 'object', additionalProperties: false, required: Object.keys(properties).filter((name) => !optional.includes(name)), properties }
}

const listOf = (items: Schema): Schema => ({ type: 'array', items })
const mapOf = (additionalProperties: Schema): Schema => ({ type: 'object', additionalProperties })
const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` })

const STANDINGS = ['holds', 'fails', 'undetermined', 'awaits-decision', 'withdrawn'] as const

const LINE = object({
  clause: STRING,
  subject: STRING,
  period: ref('period'),
  standing: { enum: STANDINGS },
  kind: { enum: ['grant', 'ceiling', 'status', 'in-kind', 'direction', 'referral', 'repayment'] },
  committed: FEN,
  possible: FEN_OR_OPEN,
  status: { ...STRING, description: '认定的类别 / the value recognised, when it is certain' },
  possibleStatuses: { ...STRINGS, description: '仍可能的类别 / all values that are still possible' },
  duration: { ...COUNT, description: '月 / months' },
  missing: listOf(ref('missing')),
  reasons: listOf(ref('reason')),
  adjustments: listOf(ref('adjustment')),
  payers: { ...listOf(object({ agency: STRING, committed: FEN, possible: FEN_OR_OPEN })), description: '由谁负担、各多少 / who bears the line, and how much' },
  payersMissing: { ...listOf(ref('missing')), description: '能决定由谁负担的事实 / facts that would decide who pays' },
  cite: OPEN_CITE,
}, ['period', 'status', 'possibleStatuses', 'duration', 'payers', 'payersMissing'])

const PERIOD = {
  ...object({ number: COUNT, from: STRING, until: STRING }),
  description: '按期给付的，是第几期、从哪一天到哪一天 / of what is paid by period: which one, from which day to which',
}

const REASON = object({
  code: { enum: [
    'not-in-force', 'condition-met', 'condition-failed', 'condition-unknown', 'not-applicable', 'excepted', 'power-unused', 'power-undecided',
    'amount-undecided', 'amount-decided', 'decision-above-ceiling', 'no-outcome', 'amount-unknown', 'unstated-amount', 'no-period', 'period-unknown',
  ] },
  fact: { ...OPEN_STRING, description: '字段的中文名 / the field’s Chinese name' },
  label: OPEN_TEXT,
  path: { ...OPEN_STRING, description: '申请人/事项/字段 / applicant/matter/field' },
  found: { ...OPEN_STRING, description: '金额为分，期限为月 / money in fen, durations in months' },
  needed: OPEN_TEXT,
  cite: OPEN_CITE,
})

const SUM = { committed: FEN, possible: FEN, unstated: { ...COUNT, description: '没有规定限额、未计入 possible 的行数 / lines without a stated limit, which possible leaves out' } }

/** The JSON Schema of what `heng eval --format json` prints. */
export const EVAL_SCHEMA: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'heng eval --format json',
  ...object({
    policy: object({ id: ref('text'), title: ref('text'), edition: { enum: ['official', 'draft', 'illustrative-amendment', 'model-text'] }, published: OPEN_DAY, hash: STRING }),
    engine: STRING,
    on: DAY,
    asIfPublished: OPEN_DAY,
    inForce: { type: 'boolean' },
    readings: listOf(object({ ambiguity: STRING, reading: STRING, default: { type: 'boolean' } })),
    applicants: listOf(object({ id: STRING, lines: listOf(ref('line')), total: ref('sum'), repayment: { ...ref('sum'), description: '应退回的金额，不从应得中扣减 / what is to be paid back; not taken off the total' }, ambiguities: { ...STRINGS, description: '换一种解读结果会变的歧义 / ambiguities whose other readings would change a line' } })),
    totals: object({
      ...SUM, byClause: mapOf(ref('sum')), byMeasure: mapOf(ref('sum')), byAgency: mapOf(ref('sum')), byYear: mapOf(ref('sum')), byPayer: mapOf(ref('sum')), repayment: ref('sum'),
      standings: object(Object.fromEntries(STANDINGS.map((standing) => [standing, COUNT]))),
    }),
    notes: listOf(object({ code: STRING, limit: OPEN_STRING, lines: STRINGS, message: ref('text'), cite: OPEN_CITE })),
  }),
  $defs: {
    text: TEXT,
    cite: object({ sentence: STRING, start: COUNT, end: COUNT, quote: STRING }),
    sum: object(SUM),
    range: object({ committed: FEN, possible: FEN_OR_OPEN }),
    line: LINE,
    period: PERIOD,
    reason: REASON,
    missing: object({ fact: STRING, label: ref('text'), path: STRING, state: { enum: ['not-asked', 'unknown'] }, judgedBy: OPEN_STRING }),
    adjustment: object({
      constraint: STRING, kind: { enum: ['once', 'cap', 'quota', 'non-cumulation', 'total-cap', 'budget'] }, code: STRING,
      before: ref('range'), after: ref('range'), because: STRINGS, widened: FEN, cite: OPEN_CITE,
    }, ['widened']),
  },
}
