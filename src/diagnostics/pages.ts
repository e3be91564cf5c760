import { CODES } from './codes.ts'
import type { Code } from './codes.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { Severity } from './entry.ts'
import { hintOf, messageOf, renderDiagnostic, severityOf } from './render.ts'

/** What a page shows of an example: its files, and what was found in the wrong one. */
export interface PageExample {
  readonly wrong: readonly { readonly file: string; readonly text: string }[]
  readonly right: readonly { readonly file: string; readonly text: string }[]
  /** Of this code, in the wrong example. */
  readonly found: readonly Diagnostic[]
}

const SEVERITY: { readonly [severity in Severity]: string } = { error: '错误 · error', warning: '警告 · warning', information: '提示 · note' }

/** The page of a code, in Markdown, Chinese first. */
export function diagnosticPage(code: Code, { wrong, right, found }: PageExample): string {
  const [first] = found
  const shown = first ?? { code, facts: {} }
  const texts = new Map(wrong.map(({ file, text }) => [file, text]))
  const output = (language: 'zh' | 'en'): string => (first === undefined ? '' : renderDiagnostic(first, { language, texts }))
  return `${[
    `# ${code}`,
    `**${SEVERITY[severityOf(code)]}**`,
    `${messageOf(shown, 'zh')}。${hintOf(shown, 'zh')}。`,
    `${sentence(messageOf(shown, 'en'))} ${sentence(hintOf(shown, 'en'))}`,
    '## 有问题的写法 · Wrong', ...wrong.map(block),
    fenced('text', output('zh')), fenced('text', output('en')),
    '## 正确的写法 · Right', ...right.map(block),
  ].join('\n\n')}\n`
}

/** The list of all pages. */
export function diagnosticIndex(): string {
  const rows = (Object.keys(CODES) as Code[]).map((code) => `| [${code}](${code}.md) | ${SEVERITY[severityOf(code)]} | ${plain(CODES[code].zh.message)} | ${plain(CODES[code].en.message)} |`)
  return `${[
    '# 诊断 · Diagnostics',
    'Heng 会报告的每一个问题。示例省去了与问题无关的政策开头和申请人。',
    'Everything that Heng reports. The examples leave out the header and the applicant where they do not matter.',
    ['| 代码 · code | 级别 · severity | 含义 | meaning |', '| --- | --- | --- | --- |', ...rows].join('\n'),
  ].join('\n\n')}\n`
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.?!]$/.test(text) ? '' : '.'}`
}

function plain(template: string): string {
  return template.replace(/\{\w+\}/g, '…').replaceAll('|', '\\|')
}

const LONGEST_LINE = 160

function block({ file, text }: { readonly file: string; readonly text: string }): string {
  const shortened = text.split('\n').map((line) => (line.length <= LONGEST_LINE ? line : `${line.slice(0, LONGEST_LINE / 2)} …… ${line.slice(-LONGEST_LINE / 4)}`)).join('\n')
  const heading = file === 'policy.heng' ? '' : `\`${file}\`\n\n`
  return `${heading}${fenced(file.endsWith('.heng') ? 'heng' : 'text', shortened.trimEnd())}`
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``
}
