import { error, warning } from '../entry.ts'
import type { CodeEntry } from '../entry.ts'

/** Examples beside the clauses. */
export const EXAMPLE_CODES = {
  'example-without-applicant': error(
    ['“{name}”前面没有申请人', '先写“设 {applicant} 名称”，它的事项写在后面'],
    ['no applicant stands before “{name}”', 'write “given {applicant} NAME” first, and its matters after it'],
  ),
  'unknown-subject': error(
    ['示例里没有设“{name}”', '{suggestion}'],
    ['the example gives no “{name}”', '{suggestion}'],
  ),
  'duplicate-subject': error(
    ['示例里“{name}”设了两次', '两个对象用不同的名称'],
    ['the example gives “{name}” twice', 'use a different name for each'],
  ),
  'example-without-expectation': warning(
    ['示例“{name}”没有写应得的结果', '用“得 条款 …”写出结果'],
    ['the example “{name}” expects nothing', 'write its result: “expect clause …”'],
  ),
} as const satisfies Record<string, CodeEntry>
