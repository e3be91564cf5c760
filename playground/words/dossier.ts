import type { Text } from '../../src/explain/text.ts'

const text = (zh: string, en: string): Text => ({ zh, en })

export const DOSSIER_WORDS = {
  mine: text('自己的材料', 'Dossiers of your own'),
  add: text('填一份材料', 'Fill in a dossier'),
  import: text('导入 JSON', 'Import JSON'),
  importFailed: text('这不是材料文件：应为导出的 JSON。', 'This is no dossier file: it should be JSON as exported here.'),
  export: text('导出 JSON', 'Export JSON'),
  kept: text('只存在这个浏览器里；不进压缩包，分享时不勾选就不进链接。', 'Kept in this browser only: in no archive, and in no link unless ticked when sharing.'),
  edit: text('填写', 'Fill in'),
  done: text('填好了', 'Done'),
  drop: text('删除', 'Delete'),
  asked: text('先问这 {count} 项：答案还会改变结果', 'Asked first: {count} facts that still change a result'),
  settled: text('其余 {count} 项，现在不影响结果', 'The other {count} facts do not matter as things stand'),
  nothing: text('没有还要问的：已填的事实足以得出结果。增加事项，可看更多条款。', 'Nothing is left to ask: what is filled in decides. Add a matter to see more clauses.'),
  addMatter: text('增加事项', 'Add a matter'),
  decides: text('影响 {clauses}', 'for {clauses}'),
  judged: text('由{agency}判断', 'for {agency} to judge'),
  notAsked: text('未填', 'not asked'),
  given: text('填写', 'given'),
  unknown: text('未知', 'not known'),
  notApplicable: text('不适用', 'not applicable'),
  yes: text('是', 'yes'),
  no: text('否', 'no'),
  stateOf: text('{field}：填写、未知或不适用', '{field}: given, not known or not applicable'),
} as const satisfies Readonly<Record<string, Text>>
