import jsonLogicJs from 'json-logic-js'
import type { Rule } from './rule.ts'

/** Its own declaration lists the operations as types that nest 80 deep; a rule is plain JSON here. */
const apply = jsonLogicJs.apply as (rule: Rule, data: Rule) => Rule

/** Runs a rule by json-logic-js. */
export function run(rule: Rule, data: Rule): Rule {
  return apply(rule, data)
}
