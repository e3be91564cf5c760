import { error, warning } from '../entry.ts'
import type { CodeEntry } from '../entry.ts'

/** What clauses and constraints say. */
export const CLAUSE_CODES = {
  'no-effect': error(
    ['条款 {id} {case}没有规定结果', '补上“给予”“给予不超过”“认定为”“提供”或“另行规定”之一'],
    ['clause {id} has no outcome{case}', 'add one of “grant”, “grant up to”, “recognise as”, “provide”, “refer to”'],
  ),
  'clause-stub': warning(
    ['条款 {id} 还没有写', '给它取名，把“参见”改为“依据”，写对象、条件与结果；没有规范效果的改为“说明”，没有可计算效果的改为“引导”，只是限制别条的改为“约束”'],
    ['clause {id} is still to be written', 'name it, change “see” to “cites”, and write whom it is for, when, and what it gives; make it a “recital” where it has no effect, a “direction” where nothing can be computed, a “constraint” where it only limits other clauses'],
  ),
  'several-effects': error(
    ['条款 {id} {case}规定了不止一个结果', '保留一个结果；几种情形各有结果的用“分别”，随解读而变的写“依解读”'],
    ['clause {id} has more than one outcome{case}', 'keep one; use “respectively” for several cases, “per reading” where it depends on a reading'],
  ),
  'misplaced-item': error(
    ['“{item}”不能写在{place}里', '把它移到适用的条款或约束里'],
    ['“{item}” cannot stand in {place}', 'move it to the clause or constraint that it is for'],
  ),
  'doubled-item': error(
    ['“{item}”在这里写了两次', '保留一处'],
    ['“{item}” stands here twice', 'keep one of them'],
  ),
  'reading-misplaced': error(
    ['“{item}”不能随解读而变', '删去“依解读”；解读可以用在条件、结果、扣除和各种限额上'],
    ['“{item}” cannot depend on a reading', 'remove “per reading”; readings go with conditions, outcomes, deductions and limits'],
  ),
  'case-missing': error(
    ['“{name}”没有对应的结果', '为它补一行；其余情形一样的，写“其他”'],
    ['there is no outcome for “{name}”', 'add a row for it, or a row “otherwise” for all that remain'],
  ),
  'case-doubled': error(
    ['“{name}”有两行结果', '保留一行'],
    ['“{name}” has two rows', 'keep one of them'],
  ),
  'gap-in-cases': warning(
    ['{from}与{to}之间没有对应的行', '让后一档从前一档结束的地方开始'],
    ['no row covers what lies between {from} and {to}', 'let the next row start where this one ends'],
  ),
  'overlapping-rows': error(
    ['这一档与“{other}”重叠', '让后一档从前一档结束的地方开始：“以上”含本数，“不满”不含本数'],
    ['this row overlaps “{other}”', 'let one row start where the other ends: “or more” includes the number, “less than” does not'],
  ),
  'row-arity': error(
    ['这一行有 {found} 个值，应有 {expected} 个', '每一列写一个值'],
    ['this row has {found} values and should have {expected}', 'write one value for each column'],
  ),
  'overlap-without-priority': error(
    ['“{first}”与“{second}”可能同时符合，而没有先后', '写“优先顺序 {first}，{second}”，或者让条件互不相容；两条款之间写“例外于”'],
    ['“{first}” and “{second}” can both apply, and no priority is given', 'write “priority {first}, {second}”, make the conditions exclude each other, or write “exception to” between clauses'],
  ),
  'share-without-cap': warning(
    ['按 {share} 计算的奖补没有最高金额', '补上“最高……万元”；文本确实没有规定的，写“不设最高额”'],
    ['an amount that is a share ({share}) has no cap', 'add “capped at … yuan”, or “without a cap” where the text sets none'],
  ),
  'cap-denied': warning(
    ['写了“不设最高额”，又有最高金额', '两者删去其一'],
    ['“without a cap” beside a cap', 'remove one of them'],
  ),
  'period-outside-term': error(
    ['这一条不按期给付，没有“本期”和“期数”', '补上“逐月 自 ……”或“逐年 自 ……”，或者改用别的说法'],
    ['this clause does not pay by period, so there is no “this period” here', 'add “monthly from …” or “yearly from …”, or say it otherwise'],
  ),
  'once-over-periods': warning(
    ['逐期给付的“一次性”没有按期计：各期之中只会给付一期', '在后面补上“，本期”'],
    ['“once” of what is paid by period does not count by period: only one of all periods would be paid', 'add “, this period”'],
  ),
  'limit-without-amount': error(
    ['条款 {id} 不给金额，“{item}”没有可限制的', '删去“{item}”，或者改为“给予”金额的条款'],
    ['clause {id} pays nothing, so “{item}” limits nothing', 'remove “{item}”, or make it a clause that grants an amount'],
  ),
  'repayment-without-granted': warning(
    ['退回的金额与已经领取的无关', '写“退回 已领 条款 ……”，或者用说明该退多少的事实'],
    ['what is to be repaid does not depend on what was granted', 'write “repay granted clause …”, or a fact that says how much'],
  ),
  'repayment-without-event': warning(
    ['没有写在什么情形下退回', '补上“当 ……”'],
    ['nothing says when it is to be repaid', 'add “when …”'],
  ),
  'outlives-policy': warning(
    ['条款 {id} 的有效期在政策结束（{until}）之后', '把“有效期至”写到 {until} 或更早；只有退回和按期给付的可以更晚'],
    ['clause {id} is valid after the policy ends ({until})', 'write “valid until” {until} or earlier; only a repayment or what is paid by period may outlast the policy'],
  ),
  'share-not-fixed': error(
    ['分担的份额应是大于零的固定比例', '写“60%”或“1 ÷ 3”；份额随情形而变的，分几项写“分担 …… 当 ……”'],
    ['the share of a payer is a fixed ratio above zero', 'write “60%” or “1 ÷ 3”; where shares differ by case, write several items “shared by … when …”'],
  ),
  'shares-not-whole': error(
    ['分担的份额合计为 {sum}，应为 100%', '改正份额，使合计正好是 100%'],
    ['the shares add up to {sum}; they should be 100%', 'correct the shares so that they add up to exactly 100%'],
  ),
  'sharing-overlap': warning(
    ['条款 {id} 可能同时有两种分担', '让条件互不相容：一项写“当 ……”，另一项写“除非 ……”'],
    ['two ways of sharing may both apply to clause {id}', 'make the conditions exclude each other: “when …” in one, “unless …” in the other'],
  ),
  'sharing-gap': warning(
    ['条款 {id} 在有些情形下没有写由谁负担', '为其余情形补一项“分担 …… 除非 ……”'],
    ['in some cases nothing says who pays clause {id}', 'add an item “shared by … unless …” for the other cases'],
  ),
  'condition-without-limit': error(
    ['约束里只有“{item}”，没有它所限定的限额', '写明哪些条款，如“全部条款 {item} …”，或者在同一约束里写出限额'],
    ['the constraint has “{item_en}” and no limit that it is about', 'name the clauses, as in “all clauses {item_en} …”, or state the limit in the same constraint'],
  ),
  'spared-not-covered': error(
    ['条款 {id} 不在这项合计之内，谈不上“不减”', '把它列入合计的条款，或者从“不减”中删去'],
    ['clause {id} is not in this sum, so it cannot be spared', 'list it among the clauses of the sum, or take it out of “sparing”'],
  ),
  'whole-without-order': error(
    ['“不足整笔不给予”要用在按先后分配的金额限额上', '写明先后，如“按 得分 从高到低”或者“按条款顺序”；限次数的，不必写它'],
    ['“whole or nothing” belongs to a limit of money that is shared in an order', 'say the order, such as “per score highest first” or “in the order of the text”; where payments are counted, leave it out'],
  ),
  'key-not-in-clause': error(
    ['条款 {id} 的对象没有“{name}”', '为它的事项声明这个事实，或者不列这一条款'],
    ['what clause {id} is about has no “{name}”', 'declare that fact for its matter, or leave the clause out'],
  ),
  'exception-cycle': error(
    ['条款 {id} 的例外绕了一圈：{path}', '删去其中一个“例外于”'],
    ['the exceptions of clause {id} go round in a circle: {path}', 'remove one of the “exception to”'],
  ),
} as const satisfies Record<string, CodeEntry>
