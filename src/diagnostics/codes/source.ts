import { error, warning } from '../entry.ts'
import type { CodeEntry } from '../entry.ts'

/** The header, and the policy beside its official text. */
export const SOURCE_CODES = {
  'missing-header': error(
    ['这个政策没有“{part}”语句', '写上“{example}”'],
    ['this policy has no “{part}” statement', 'write “{example}”'],
  ),
  'incomplete-header': warning(
    ['政策的开头没有“{part}”', '补上“{example}”'],
    ['the header does not say “{part}”', 'add “{example}”'],
  ),
  'limit-order-incomplete': error(
    ['限制次序要把各种限制各写一次：{problem}', '写全：{all}'],
    ['the order of limits names each sort of limit once: {problem}', 'write all of them: {all}'],
  ),
  'missing-source': error(
    ['找不到原文文件“{file}”', '把原文文件放在政策的文件夹里'],
    ['the official text “{file}” is not there', 'put the file of the official text into the folder of the policy'],
  ),
  'source-changed': warning(
    ['原文没有记录指纹，或者与记录的指纹不符', '核对各处引文以后，把指纹写为 {fingerprint}'],
    ['the header has no fingerprint of the official text, or another text\'s', 'check the quotations, then write the fingerprint {fingerprint}'],
  ),
  'citation-not-found': error(
    ['原文里没有这句话', '{suggestion}'],
    ['the official text does not contain this', '{suggestion}'],
  ),
  'clause-without-citation': warning(
    ['{id} 没有写依据', '用“依据 “……””引用它所依据的原句'],
    ['{id} cites nothing', 'quote its official sentence: “cites “…””'],
  ),
  'sentence-uncovered': warning(
    ['原文 {sentence} 没有任何语句引用：“{quote}”', '写一个条款；没有可计算效果的写“引导”，没有规范效果的写“说明”'],
    ['no statement cites sentence {sentence} of the official text: “{quote}”', 'write a clause for it, a “direction” if it has no computable effect, a “recital” if it has none at all'],
  ),
  'sentence-partly-covered': warning(
    ['原文 {sentence} 还有一部分没有引用：“{quote}”', '把依据补全，或者为其余部分另写语句'],
    ['part of sentence {sentence} is not cited: “{quote}”', 'complete the quotation, or write a statement for the rest'],
  ),
  'sentence-cited-twice': warning(
    ['原文 {sentence} 的这一部分已由 {other} 引用：“{quote}”', '每一处原文只作一次依据；仅供参照的改为“参见”'],
    ['this part of sentence {sentence} is cited by {other} already: “{quote}”', 'a passage is cited once; write “see” where it is only related'],
  ),
  'heading-differs': warning(
    ['措施 {id} 在原文里的标题是“{official}”', '改为原文的标题'],
    ['the heading of measure {id} in the official text is “{official}”', 'use the official heading'],
  ),
  'responsibility-differs': warning(
    ['措施 {id} 的{list}与原文不符，原文是：{official}', '按原文改写'],
    ['the {list} of measure {id} differ from the official text: {official}', 'write them as the official text does'],
  ),
} as const satisfies Record<string, CodeEntry>
