import { error, warning } from '../entry.ts'
import type { CodeEntry } from '../entry.ts'

/** Names, numbers and their declarations. */
export const NAME_CODES = {
  'unknown-name': error(
    ['没有名为“{name}”的{what}', '{suggestion}'],
    ['there is no {what} called “{name}”', '{suggestion}'],
  ),
  'ambiguous-name': error(
    ['“{name}”可以指：{candidates}', '换用只有一个意思的名称，或者写成“事项 的 事实”'],
    ['“{name}” could be any of: {candidates}', 'use a name with one meaning, or write “fact of matter”'],
  ),
  'duplicate-name': error(
    ['“{name}”已经声明过', '两处保留一处，或者改用另一个名称'],
    ['“{name}” is declared already', 'keep one of the two, or choose another name'],
  ),
  'alias-language': warning(
    ['“{name}”和“{alias}”是同一种文字', '名称与别名应一个用中文、一个用英文，如“厂房 (factory)”'],
    ['“{name}” and “{alias}” are in the same language', 'of a name and its alias one is Chinese and one English, as in “factory (厂房)”'],
  ),
  'alias-conflict': error(
    ['“{name}”在这里对应“{alias}”，别处对应“{other}”', '同一名称在整个政策里只对应一个别名'],
    ['“{name}” goes with “{alias}” here and with “{other}” elsewhere', 'a name has the same alias all over the policy'],
  ),
  'glued-keyword': warning(
    ['“{found}”在数字旁边读作关键词，不是名称“{name}”', '指这个名称的，写成「{name}」'],
    ['“{found}” beside a number is read as keywords, not as the name “{name}”', 'write 「{name}」 where the name is meant'],
  ),
  'unused-vocabulary': warning(
    ['{what}“{name}”没有用到', '删去它，或者在条款里用上'],
    ['the {what} “{name}” is never used', 'remove it, or use it in a clause'],
  ),
  'unknown-clause': error(
    ['没有条款 {id}', '{suggestion}'],
    ['there is no clause {id}', '{suggestion}'],
  ),
  'duplicate-clause': error(
    ['编号 {id} 已经用过', '改为没有用过的编号，如 {free}'],
    ['the number {id} is used already', 'take a number that is free, such as {free}'],
  ),
  'unknown-reading': error(
    ['没有{what}“{name}”', '{suggestion}'],
    ['there is no {what} “{name}”', '{suggestion}'],
  ),
  'ambiguity-without-default': error(
    ['歧义 {id} 没有默认的解读', '在通常采用的解读后面写“默认”'],
    ['ambiguity {id} has no default reading', 'write “default” after the reading that is usually taken'],
  ),
  'several-defaults': error(
    ['歧义 {id} 有不止一个默认的解读', '只保留一个“默认”'],
    ['ambiguity {id} has more than one default reading', 'keep one “default”'],
  ),
  'reading-never-used': warning(
    ['解读“{name}”没有任何效果', '在受它影响的地方写“依解读 {id} {name}”'],
    ['the reading “{name}” has no effect', 'write “per reading {id} {name}” where it makes a difference'],
  ),
  'definition-cycle': error(
    ['“{name}”绕了一圈又用到自己：{path}', '改写其中一个，使它不再用到其他几个'],
    ['“{name}” comes round to itself: {path}', 'rewrite one of them so that it does not use the others'],
  ),
} as const satisfies Record<string, CodeEntry>
