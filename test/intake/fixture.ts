import type { Clause, Field, Limit, Name, Policy } from '../../src/core/core.ts'
import { LIMIT_ORDER } from '../../src/core/core.ts'
import type { Type } from '../../src/values/types.ts'

const name = (zh: string, en: string): Name => ({ zh, en })
const field = (zh: string, en: string, type: Type): Field => ({ name: name(zh, en), type, question: name(`${zh}？`, `${en}?`), judgedBy: null })

function clause(id: string, subject: string | null): Clause {
  return {
    id, name: name(`条款${id}`, `clause_${id.replace('.', '_')}`), measure: null, kind: 'direction', subject, addressee: null, powers: [], terms: [], conditions: [],
    effects: [{ under: [], value: { kind: 'direction', content: null } }], exceptionTo: [], reinstates: [], valid: null, cites: [],
  }
}

const LIMIT: Limit = {
  id: '1.3', kind: 'non-cumulation', clauses: ['1.2'], key: { '1.2': [] }, period: null, measure: 'count',
  max: { kind: 'literal', type: { kind: 'integer', unit: null }, value: '1' }, share: { kind: 'highest' }, whole: false, widened: null, when: [], spared: [], cumulable: [], elsewhere: null, inPrinciple: true, under: [], cites: [],
}

/** A small vocabulary with a field of every type, for intake: what its clauses say does not matter. */
export const SMALL: Policy = {
  heng: 1, id: name('小政策', 'small'), title: name('小政策', 'A small policy'), jurisdiction: name('某市', 'Some city'), edition: 'model-text',
  published: '2026-01-01', commencement: null, source: { file: 'source.txt', fingerprint: '' }, rounding: { grant: 'half-up', ceiling: 'down' }, order: LIMIT_ORDER,
  applicant: {
    name: name('企业', 'enterprise'),
    fields: [field('名称', 'name', { kind: 'text' }), field('首次认定', 'first_recognised', { kind: 'boolean' }), field('主要工厂', 'main_factory', { kind: 'matter', name: '智能工厂' })],
  },
  matters: [
    {
      name: name('智能工厂', 'factory'),
      fields: [
        field('认定级别', 'level', { kind: 'enumeration', name: '级别' }), field('认定日期', 'recognised_on', { kind: 'date' }), field('总投入', 'investment', { kind: 'money' }),
        field('应用场景', 'scenario', { kind: 'matter', name: '场景' }), field('用水量', 'water', { kind: 'quantity', unit: '吨' }),
      ],
    },
    {
      name: name('场景', 'scenario'),
      fields: [
        field('评审得分', 'score', { kind: 'integer', unit: '分' }), field('占比', 'share', { kind: 'ratio' }), field('期限', 'term', { kind: 'duration' }), field('天数', 'days', { kind: 'days' }),
        field('水价', 'water_price', { kind: 'price', unit: '吨' }), field('编码', 'code', { kind: 'identifier' }), field('人数', 'heads', { kind: 'integer', unit: null }),
      ],
    },
  ],
  enumerations: [{ name: name('级别', 'level_kind'), values: [name('国家级', 'national'), name('省级', 'provincial')] }],
  agencies: [], units: [name('分', 'points'), name('吨', 'tonne')], parameters: [], tables: [], definitions: [], measures: [],
  clauses: [clause('1.1', '场景'), clause('1.2', '智能工厂'), clause('1.4', null), clause('5.4', '企业')],
  limits: [LIMIT], sharing: [], ambiguities: [], claims: [], examples: [],
}
