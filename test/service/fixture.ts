import { compile } from '../../src/compile.ts'
import type { Workspace } from '../../src/service/workspace.ts'

export const SOURCE = `一、引才。
对从市外引进人才的企业，按引进人才实付工薪30%给予奖补，单个项目补贴不超过50万元。
对认定为省级平台的，奖励20万元。
`

const HEADER = `政策 试点政策 (trial)
  标题 “试点政策” / “Trial”
  地区 “宿州” / “Suzhou”
  文本 征求意见稿
  原文 “source.txt”
  公布 未定

机关 市科技局 (science_bureau)，市财政局 (finance_bureau)

申请人 企业 (enterprise)
  企业名称 (enterprise_name) 文字 问 “企业名称是什么？” / “What is it called?”

枚举 平台级别类 (platform_level_kind)：国家级 (national)，省级 (provincial)

事项 人才项目 (talent_project)
  项目编号 (project_number) 标识
  从市外引进 (brought_in) 是否 问 “从市外引进吗？” / “From outside the city?”
  实付工薪 (salary_paid) 金额 问 “实付工薪是多少？” / “How much salary was paid?”

事项 平台 (platform)
  级别 (level) 平台级别类 由 市科技局
  用水量 (water) 数量 吨 (tonne)

措施 1 引才 (talent)
  责任单位 市科技局

歧义 A1 封顶口径 (cap_by)
  在 条款 1.1
  问 “按什么封顶？” / “Capped by what?”
  解读 按项目 (by_project) 默认 “按项目” / “by project”
  解读 按人才 (by_person) “按人” / “by person”
`

export const CLAUSE = `条款 1.1 引才奖补 (talent_award)
  依据 “对从市外引进人才的企业，按引进人才实付工薪30%给予奖补，单个项目补贴不超过50万元。”
  对 每个 人才项目
  当 从市外引进
  给予 30% 的 实付工薪
  最高 50万元
  一次性 按 项目编号
`

export interface Marked {
  readonly workspace: Workspace
  readonly file: string
  readonly text: string
  readonly offset: number
}

/** A workspace of a header and of this text, `<|>` in it being the cursor. */
export function marked(text: string, source = SOURCE): Marked {
  const offset = text.indexOf('<|>')
  const plain = text.replace('<|>', '')
  const build = compile({ files: [{ file: 'measure.heng', text: plain }, { file: 'policy.heng', text: HEADER }], source })
  return { workspace: { build, source: { file: 'source.txt', text: source }, result: null }, file: 'measure.heng', text: plain, offset }
}

/** What stands at the places, as `file: text`. */
export function passages({ workspace }: Marked, places: readonly { readonly file: string; readonly span: { readonly start: number; readonly end: number } }[]): readonly string[] {
  return places.map(({ file, span }) => {
    const text = file === workspace.source?.file ? workspace.source.text : (workspace.build.trees.find((tree) => tree.file === file)?.text ?? '')
    return `${file}: ${text.slice(span.start, span.end)}`
  })
}

export function applied(text: string, edits: readonly { readonly span: { readonly start: number; readonly end: number }; readonly text: string }[]): string {
  return edits.toSorted((a, b) => b.span.start - a.span.start).reduce((now, edit) => now.slice(0, edit.span.start) + edit.text + now.slice(edit.span.end), text)
}
