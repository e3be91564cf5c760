import type { Word } from '../../syntax/tree.ts'
import { finding, insertion } from '../finding.ts'
import type { Finding } from '../finding.ts'
import type { EntitySymbol } from '../symbols.ts'

/** A matter belongs to the applicant that stands before it. `at`: where the line of the matter starts. */
export function exampleWithoutApplicant(entity: Word, applicant: EntitySymbol | null, at: number): Finding {
  const zh = applicant?.name.zh ?? '申请人'
  return finding('example-without-applicant', entity.span, { name: entity.text, applicant: zh, applicant_en: applicant?.name.en ?? 'applicant' }, [insertion(at, `设 ${zh} 甲\n  `)])
}
