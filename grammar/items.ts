import { ExpressionParser, NUMBER_FIRST, type Rule } from './expressions.ts'
import { AtLeastSign, AtMostSign, DateLiteral, K, LessThanSign, MoreThanSign, Name, Quote, Separator } from './tokens.ts'

const FIRST_OF_INTERVAL = [K.AtLeast, K.AtMost, K.MoreThan, K.LessThan, AtLeastSign, AtMostSign, MoreThanSign, LessThanSign]

/** What clauses and constraints say, an item each. */
export class ItemParser extends ExpressionParser {
  protected startsInterval(): boolean {
    return this.next(1, FIRST_OF_INTERVAL) || (this.next(1, NUMBER_FIRST) && this.startsBound())
  }

  /** 1亿元 以上 不满 5亿元 */
  interval: Rule = this.RULE('interval', () => {
    this.AT_LEAST_ONE({ GATE: () => this.startsInterval(), DEF: () => this.SUBRULE(this.bound) })
  })

  cells: Rule = this.RULE('cells', () => {
    this.SUBRULE(this.cell)
    this.MANY(() => { this.CONSUME(Separator); this.SUBRULE1(this.cell) })
  })

  subject: Rule = this.RULE('subject', () => {
    this.OR([{ ALT: () => this.CONSUME(Name) }, { ALT: () => this.CONSUME(Quote) }])
  })

  items: Rule = this.RULE('items', () => {
    this.MANY(() => this.SUBRULE(this.item))
  })

  item: Rule = this.RULE('item', () => {
    this.OR([
      { ALT: () => { this.CONSUME(K.Cites); this.CONSUME(Quote) } },
      { ALT: () => { this.CONSUME(K.See); this.CONSUME1(Quote) } },
      { ALT: () => { this.CONSUME(K.ForEach); this.CONSUME(Name) } },
      { ALT: () => { this.CONSUME(K.Addressee); this.SUBRULE(this.addressees) } },
      { ALT: () => { this.CONSUME(K.When); this.SUBRULE(this.expression) } },
      { ALT: () => { this.CONSUME(K.Unless); this.SUBRULE1(this.expression) } },
      { ALT: () => this.CONSUME(K.May) },
      { ALT: () => { this.CONSUME(K.NeedsDecision); this.SUBRULE2(this.expression) } },
      { ALT: () => this.SUBRULE(this.term) },
      { ALT: () => this.SUBRULE(this.grant) },
      { ALT: () => { this.CONSUME(K.RecogniseAs); this.CONSUME1(Name) } },
      { ALT: () => this.SUBRULE(this.cases) },
      { ALT: () => { this.CONSUME(K.Priority); this.SUBRULE(this.names) } },
      { ALT: () => { this.CONSUME(K.Provide); this.SUBRULE(this.texts); this.OPTION(() => { this.CONSUME(K.For); this.SUBRULE(this.sum) }) } },
      { ALT: () => { this.CONSUME(K.Refer); this.SUBRULE1(this.texts) } },
      { ALT: () => { this.CONSUME(K.Deduct); this.SUBRULE1(this.sum) } },
      { ALT: () => { this.CONSUME(K.Repay); this.SUBRULE4(this.sum) } },
      { ALT: () => { this.CONSUME(K.CappedAt); this.SUBRULE2(this.sum); this.SUBRULE(this.limitTail) } },
      { ALT: () => this.CONSUME(K.NoCap) },
      { ALT: () => { this.SUBRULE(this.period); this.SUBRULE(this.atMost); this.SUBRULE3(this.sum); this.SUBRULE1(this.limitTail) } },
      { ALT: () => { this.CONSUME(K.Once); this.SUBRULE2(this.limitTail) } },
      { ALT: () => { this.CONSUME(K.ExceptionTo); this.SUBRULE(this.ids) } },
      { ALT: () => { this.CONSUME(K.Reinstates); this.SUBRULE1(this.ids) } },
      { ALT: () => { this.CONSUME(K.ValidFrom); this.CONSUME(DateLiteral) } },
      { ALT: () => { this.CONSUME(K.ValidUntil); this.CONSUME1(DateLiteral) } },
      { ALT: () => this.CONSUME(K.InPrinciple) },
      { ALT: () => this.SUBRULE(this.same) },
      { ALT: () => this.SUBRULE(this.overClauses) },
    ])
    this.OPTION1(() => this.SUBRULE(this.under))
  })

  addressees: Rule = this.RULE('addressees', () => {
    this.SUBRULE(this.subject)
    this.MANY(() => { this.CONSUME(Separator); this.SUBRULE1(this.subject) })
  })

  /** 逐月 自 合同生效日 至 离职日 最长 36个月 */
  term: Rule = this.RULE('term', () => {
    this.OR([{ ALT: () => this.CONSUME(K.Monthly) }, { ALT: () => this.CONSUME(K.Yearly) }])
    this.CONSUME(K.From)
    this.SUBRULE(this.sum, { LABEL: 'from' })
    this.OPTION(() => { this.CONSUME(K.To); this.SUBRULE1(this.sum, { LABEL: 'until' }) })
    this.OPTION1(() => { this.CONSUME(K.Longest); this.SUBRULE2(this.sum, { LABEL: 'longest' }) })
  })

  grant: Rule = this.RULE('grant', () => {
    this.OR([{ ALT: () => this.CONSUME(K.Grant) }, { ALT: () => this.CONSUME(K.UpTo) }])
    this.OR1([{ ALT: () => this.CONSUME(K.Unstated) }, { ALT: () => this.SUBRULE(this.sum) }])
  })

  /** 按 KEY 分别 给予 + rows, or 分别 认定为 + rows that have their conditions. */
  cases: Rule = this.RULE('cases', () => {
    this.OPTION(() => { this.CONSUME(K.Per); this.SUBRULE(this.sum) })
    this.CONSUME(K.Respectively)
    this.OR([{ ALT: () => this.CONSUME(K.Grant) }, { ALT: () => this.CONSUME(K.UpTo) }, { ALT: () => this.CONSUME(K.RecogniseAs) }])
    this.MANY(() => this.SUBRULE(this.caseRow))
  })

  caseRow: Rule = this.RULE('caseRow', () => {
    this.OR([
      { GATE: () => this.startsInterval(), ALT: () => this.SUBRULE(this.interval) },
      { ALT: () => this.CONSUME(K.Otherwise) },
      { ALT: () => this.SUBRULE(this.cells) },
    ])
    this.OR1([
      { ALT: () => { this.CONSUME(K.When); this.SUBRULE(this.expression) } },
      { ALT: () => this.SUBRULE(this.sum) },
    ])
  })

  /** What may follow a limit: 每年, 按 企业, 按 得分 从高到低, 按比例压减. */
  limitTail: Rule = this.RULE('limitTail', () => {
    this.MANY({
      GATE: () => !(this.next(1, [K.EachYear, K.EachMonth, K.InAll]) && this.next(2, [K.AtMost, AtMostSign])) && !(this.next(1, [K.Per]) && this.startsCases()),
      DEF: () => this.SUBRULE(this.limitPart),
    })
  })

  limitPart: Rule = this.RULE('limitPart', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.period) },
      {
        ALT: () => {
          this.CONSUME(K.Per)
          this.SUBRULE(this.keys)
          this.OPTION(() => this.OR1([{ ALT: () => this.CONSUME(K.HighestFirst) }, { ALT: () => this.CONSUME(K.LowestFirst) }]))
        },
      },
      { ALT: () => this.CONSUME(K.ProRata) },
      { ALT: () => this.CONSUME(K.NoneIfExceeded) },
      { ALT: () => this.CONSUME(K.InTextOrder) },
      { ALT: () => this.CONSUME(K.WholeOrNothing) },
      { ALT: () => { this.CONSUME(K.MayBeWidened); this.SUBRULE(this.sum); this.OPTION1(() => { this.CONSUME(K.OnlyWhen); this.SUBRULE(this.expression) }) } },
    ])
  })

  /** 同一 KEY 的 条款 1.1，1.2 取 最高者 */
  same: Rule = this.RULE('same', () => {
    this.CONSUME(K.Same)
    this.SUBRULE(this.keys)
    this.CONSUME(K.Of)
    this.SUBRULE(this.clauseList)
    this.CONSUME(K.Keep)
    this.OR([{ ALT: () => this.CONSUME(K.Highest) }, { ALT: () => this.CONSUME(K.CappedAt) }, { ALT: () => this.CONSUME(K.Earliest) }])
    this.OPTION({ GATE: () => !this.startsCases(), DEF: () => { this.CONSUME(K.Per); this.SUBRULE(this.sum, { LABEL: 'order' }) } })
    this.OPTION1(() => { this.CONSUME(K.TogetherWith); this.SUBRULE1(this.sum, { LABEL: 'elsewhere' }) })
  })

  /** What a constraint says of some clauses: 全部条款 除非 失信; 条款 1.1，1.2 合计 每年 不超过 1000万元 按 企业; 全部条款 分担 甲方 60%，乙方 40% */
  overClauses: Rule = this.RULE('overClauses', () => {
    this.SUBRULE(this.clauseList)
    this.OR([
      { ALT: () => this.SUBRULE(this.together) },
      { ALT: () => this.SUBRULE(this.sharedBy) },
      { ALT: () => { this.CONSUME(K.When); this.SUBRULE(this.expression) } },
      { ALT: () => { this.CONSUME(K.Unless); this.SUBRULE1(this.expression) } },
      { ALT: () => { this.CONSUME(K.NeedsDecision); this.SUBRULE2(this.expression) } },
      { ALT: () => this.CONSUME(K.Cumulable) },
    ])
  })

  sharedBy: Rule = this.RULE('sharedBy', () => {
    this.CONSUME(K.SharedBy)
    this.SUBRULE(this.payer)
    this.MANY(() => { this.CONSUME(Separator); this.SUBRULE1(this.payer) })
    this.OPTION(() => {
      this.OR([{ ALT: () => this.CONSUME(K.When) }, { ALT: () => this.CONSUME(K.Unless) }])
      this.SUBRULE(this.expression)
    })
  })

  payer: Rule = this.RULE('payer', () => {
    this.CONSUME(Name)
    this.SUBRULE(this.product)
  })

  together: Rule = this.RULE('together', () => {
    this.CONSUME(K.Together)
    this.OPTION(() => this.SUBRULE(this.period))
    this.SUBRULE(this.atMost)
    this.SUBRULE(this.sum)
    this.SUBRULE(this.limitTail)
    this.OPTION1(() => { this.CONSUME(K.Sparing); this.SUBRULE(this.ids) })
  })
}
