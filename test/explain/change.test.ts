import { expect, test } from 'vitest'
import { changeEffect } from '../../src/analyses/change-effect.ts'
import { policyDifference } from '../../src/analyses/diff.ts'
import { editsBetween } from '../../src/analyses/edits.ts'
import { jointPolicy } from '../../src/analyses/attribution.ts'
import { changeText } from '../../src/explain/change.ts'
import { countText, editText, partsText } from '../../src/explain/policy-diff.ts'
import { interpret } from '../../src/engines/interpret/interpret.ts'
import { suzhou, suzhouInput } from '../analyses/suzhou.ts'

const DRAFT = suzhou('consultation-draft')

function whys(after: typeof DRAFT, language: 'zh' | 'en' = 'zh'): readonly string[] {
  const input = suzhouInput(jointPolicy(DRAFT, after))
  const [was, is] = [interpret(DRAFT, input), interpret(after, input)]
  return changeEffect(was, is).applicants.flatMap((applicant) => applicant.lines.map((line) =>
    `${line.applicant} ${line.clause} ${line.subject}: ${changeText({ policy: DRAFT, readings: was.readings }, { policy: after, readings: is.readings }, line)[language]}`))
}

test('a rate', () => {
  const after = suzhou('consultation-draft', ['实付工薪30%', '实付工薪40%'], ['给予 30% 的', '给予 40% 的'])
  expect(whys(after)).toMatchInlineSnapshot(`
    [
      "E07 6.1 R2: 比例由30%提高到40%，本例多10万元。",
      "E07 6.1 R3: 比例由30%提高到40%，合计超过限额，原文没有规定如何分配：R4，本例由23万元至30万元变为14万元至40万元。",
      "E07 6.1 R4: 比例由30%提高到40%，合计超过限额，原文没有规定如何分配：R3，本例由20万元至27万元变为10万元至36万元。",
      "E14 6.1 R1: 比例由30%提高到40%，本例多9万元。",
    ]
  `)
  expect(whys(after, 'en')[0]).toMatchInlineSnapshot(`"E07 6.1 R2: The rate was raised from 30% to 40%; 100,000 yuan more here."`)
})

test('a cap', () => {
  expect(whys(suzhou('consultation-draft', ['不超过50万元', '不超过40万元'], ['最高 50万元 累计', '最高 40万元 累计']))).toMatchInlineSnapshot(`
    [
      "E07 6.1 R1: 封顶由50万元降低到40万元，本例少10万元。",
      "E07 6.1 R3: 封顶由50万元降低到40万元，本例由23万元至30万元变为13万元至30万元。",
      "E07 6.1 R4: 封顶由50万元降低到40万元，本例由20万元至27万元变为10万元至27万元。",
      "E13 6.1 R1: 封顶由50万元降低到40万元，本例由0元至50万元变为0元至40万元。",
    ]
  `)
})

test('a condition, a quota, a clause removed, another added: the other version', () => {
  expect(whys(suzhou('illustrative-amendment'))).toMatchInlineSnapshot(`
    [
      "E02 1.1 C3: 名额由10项提高到15项，本例多20万元。",
      "E02 5.5 E02: 增加第5.5条，本例多5万元。",
      "E02 2.3 E02: 删去第2.3条，本例由0元至未定额变为0元。",
      "E03 5.5 E03: 增加第5.5条，本例多5万元。",
      "E03 2.3 E03: 删去第2.3条，本例由0元至未定额变为0元。",
      "E04 2.3 E04: 删去第2.3条，本例由0元至未定额变为0元。",
      "E05 5.5 E05: 增加第5.5条，本例多5万元。",
      "E05 2.3 E05: 删去第2.3条，本例由0元至未定额变为0元。",
      "E06 2.3 E06: 删去第2.3条，本例由0元至未定额变为0元。",
      "E07 6.1 R2: 比例由30%提高到40%，本例多10万元。",
      "E07 6.1 R3: 比例由30%提高到40%，合计超过限额，原文没有规定如何分配：R4，本例由23万元至30万元变为14万元至40万元。",
      "E07 6.1 R4: 比例由30%提高到40%，合计超过限额，原文没有规定如何分配：R3，本例由20万元至27万元变为10万元至36万元。",
      "E08 5.5 E08: 增加第5.5条，本例多5万元。",
      "E08 6.2 Z1: 条件“年薪 50万元以上 且 管理研发年限 3年以上”改为“年薪 60万元以上 且 管理研发年限 3年以上”，本例由“E类人才”变为“F类人才”。",
      "E08 2.3 E08: 删去第2.3条，本例由0元至未定额变为0元。",
      "E10 5.5 E10: 增加第5.5条，本例多5万元。",
      "E10 2.3 E10: 删去第2.3条，本例由0元至未定额变为0元。",
      "E13 1.1 C1: 名额由10项提高到15项，“入选市级典型案例”还不清楚，还不能判断是否符合条件，本例由0元变为0元至20万元。",
      "E13 5.5 E13: 增加第5.5条，本例由0元变为0元至5万元。",
      "E13 6.2 Z1: 条件“年薪 50万元以上 且 管理研发年限 3年以上”改为“年薪 60万元以上 且 管理研发年限 3年以上”，本例由“可能是E类人才、F类人才”变为“可能是F类人才”。",
      "E13 2.3 E13: 删去第2.3条，本例由0元至未定额变为0元。",
      "E14 1.1 C1: “不重复享受”现在也管第6.1条，只保留金额最高的一项：第6.1条（R1），本例少20万元。",
      "E14 1.1 C6: 名额由10项提高到15项，本例多20万元。",
      "E14 5.5 E14: 增加第5.5条，本例多5万元。",
      "E14 6.1 R1: 比例由30%提高到40%，本例多9万元。",
      "E14 2.3 E14: 删去第2.3条，本例由0元至未定额变为0元。",
      "E15 1.1 C3: 名额由10项提高到15项，本例多20万元。",
    ]
  `)
})

test('the edits and how many they are', () => {
  const after = suzhou('illustrative-amendment')
  expect(countText(policyDifference(DRAFT, after)).zh).toMatchInlineSnapshot(`"修改4条，增加1条，删除1条；其余27条不变。"`)
  expect(countText(policyDifference(DRAFT, DRAFT)).zh).toMatch(/^没有修改；\d+条不变。$/)
  expect(editsBetween(DRAFT, after).map((each) => editText(after, each).zh)).toMatchInlineSnapshot(`
    [
      "条款1.1由10项提高到15项",
      "删去条款2.3",
      "增加条款5.5",
      "条款6.1由30%提高到40%",
      "条款6.2由50万元提高到60万元",
      "修改约束1.3",
    ]
  `)
  expect(policyDifference(DRAFT, after).statements.map((each) => partsText(each.parts).zh)).toMatchInlineSnapshot(`
    [
      "限制、文字",
      "",
      "",
      "金额、文字",
      "内容、文字",
      "内容、文字",
    ]
  `)
})
