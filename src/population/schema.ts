/** The shape of a population.json, whatever the policy; which fields and values there are, the reader checks against the vocabulary. */
type Schema = { readonly [keyword: string]: unknown }

const ref = (name: string): Schema => ({ $ref: `#/$defs/${name}` })
const VALUE: Schema = { type: ['boolean', 'number', 'string'] }
const SHARE: Schema = { description: '0 到 1，或如“30%” / from 0 to 1, or “30%”', anyOf: [{ type: 'number', minimum: 0, maximum: 1 }, { type: 'string', pattern: '%$' }] }
const WEIGHT: Schema = { type: 'integer', minimum: 0, maximum: 1_000_000 }
const STATES = { unknown: ref('share'), notAsked: ref('share'), notApplicable: ref('share') }

function distribution(description: string, kind: string, shape: Schema, beside: { readonly [name: string]: Schema } = {}, required: readonly string[] = []): Schema {
  return { description, type: 'object', additionalProperties: false, required: [kind, ...required], properties: { [kind]: shape, ...beside, ...STATES } }
}

const DISTRIBUTIONS: readonly Schema[] = [
  { description: '总是这个值 / always this value', ...VALUE },
  distribution('总是这个值，可带未知等份额 / always this value, where it is given', 'constant', VALUE),
  distribution('是的份额 / how often it is yes', 'chance', ref('share')),
  distribution('按权重取值 / values by weight', 'weights', { type: 'object', minProperties: 1, additionalProperties: WEIGHT }),
  distribution('分位数之间按直线，取 step 的整数倍 / straight lines between quantiles, in whole steps', 'quantiles', { type: 'array', minItems: 2, items: { type: 'array', prefixItems: [ref('share'), VALUE], items: false, minItems: 2 } }, { step: VALUE }),
  distribution('两值之间均匀 / evenly between two values', 'uniform', { type: 'array', prefixItems: [VALUE, VALUE], items: false, minItems: 2 }, { step: VALUE }),
  distribution('起止日期之间均匀 / a day of the range', 'between', { type: 'array', prefixItems: [ref('day'), ref('day')], items: false, minItems: 2 }),
  distribution('编号样式：{n} 申请人的号，{k} 事项的号；again 为与前一事项相同的份额 / a pattern: {n} the applicant’s number, {k} the matter’s; again: how often it is that of the matter before', 'pattern', { type: 'string' }, { again: ref('share') }),
  distribution('各家共用的编号：{s} 为 1 到 among / a key that all share: {s} is 1 to among', 'shared', { type: 'string' }, { among: { type: 'integer', minimum: 1 } }, ['among']),
  distribution('几种分布按权重混合 / several distributions by weight', 'mix', { type: 'array', minItems: 1, items: { type: 'object', additionalProperties: false, required: ['weight', 'of'], properties: { weight: WEIGHT, of: ref('distribution') } } }),
  distribution('按排在前面的是否或枚举字段，或申请人的字段 / by a yes/no or enumeration field that stands before, or of the applicant', 'by', { type: 'string' }, { cases: { type: 'object', minProperties: 1, additionalProperties: ref('distribution') }, otherwise: ref('distribution') }, ['cases']),
  distribution('排在前面的金额字段的一部分，舍去到分 / a share of an amount that stands before, down to the fen', 'part', { type: 'string' }, { share: ref('distribution') }, ['share']),
]

const FACTS: Schema = { type: 'object', additionalProperties: ref('distribution') }

export const POPULATION_SCHEMA: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: '示例人口的分布 / distributions of a sample population',
  type: 'object',
  additionalProperties: false,
  required: ['population', 'title', 'assumptions', 'count', 'seed', 'applicants', 'matters'],
  properties: {
    $schema: { type: 'string' },
    population: { const: 1 },
    title: ref('text'),
    assumptions: { description: '假设，凡显示结果处都显示 / what is assumed, shown with every result', type: 'array', items: ref('text') },
    count: { type: 'integer', minimum: 1, maximum: 200_000 },
    seed: { type: ['string', 'integer'] },
    applicants: { type: 'object', additionalProperties: false, required: ['id', 'facts'], properties: { id: { type: 'string' }, facts: FACTS } },
    matters: {
      type: 'object',
      additionalProperties: { type: 'object', additionalProperties: false, required: ['id', 'number', 'facts'], properties: { id: { type: 'string' }, number: ref('distribution'), facts: FACTS } },
    },
  },
  $defs: {
    text: { type: 'object', additionalProperties: false, required: ['zh', 'en'], properties: { zh: { type: 'string' }, en: { type: 'string' } } },
    share: SHARE,
    day: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
    distribution: { anyOf: DISTRIBUTIONS },
  },
}
