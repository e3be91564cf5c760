import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { runExamples } from '../../src/analyses/examples.ts'
import { CODES } from '../../src/diagnostics/codes.ts'
import { interpreter } from '../../src/engines/interpret/interpret.ts'
import { compileInFrame } from './frame.ts'

const project = (number: string, salary: string): string =>
  `  设 申报单位 甲公司 单位类型 企业\n  设 人才项目 一号 项目编号 “${number}”，人才编号 “T-1”，从市外柔性引进 是，以项目合作方式 是，实付工薪 ${salary}，应用场景 不适用\n`

/** The rows of the table on the first screen. */
const ROWS = `
示例 首屏一 (first_screen_1)
${project('P-1', '1,000,000.01元')}  得 条款 6.1（一号） 30万元

示例 首屏二 (first_screen_2)
${project('P-1', '1,666,666.67元')}  得 条款 6.1（一号） 50万元

示例 首屏三 (first_screen_3)
${project('P-1', '未知')}  得 条款 6.1（一号） 0元 至 50万元 缺 实付工薪

示例 首屏四 (first_screen_4)
${project('P-1', '100万元')}  已付 条款 6.1（一号） 10万元 于 2026-03-01 项目编号 “P-1”，人才编号 “T-1”
  得 条款 6.1（一号） 0元
`

it.each(['README.md', 'README.zh-CN.md'])('the clause at the top of %s gives the results beside it', (document) => {
  const clause = /^```\w*\n(条款 6\.1[\s\S]*?)^```$/m.exec(readFileSync(document, 'utf8'))?.[1] ?? ''
  const { policy, diagnostics } = compileInFrame(clause + ROWS, 'suzhou')
  expect(diagnostics.filter(({ code }) => CODES[code].severity === 'error')).toEqual([])
  const own = policy?.examples.filter(({ name }) => name.zh.startsWith('首屏')) ?? []
  expect(own).toHaveLength(4)
  if (policy !== null) expect(runExamples(interpreter, { ...policy, examples: own })).toEqual([])
})
