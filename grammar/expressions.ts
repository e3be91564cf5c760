import { CstParser, type CstNode, type IParserConfig, type ParserMethod, type TokenType } from 'chevrotain'
import {
  ALL_TOKENS, AtLeastSign, AtMostSign, DateLiteral, Divide, DottedId, EqualSign, K, LeftParen, LessThanSign, Minus, MoreThanSign, Name, NotEqual, Plus, Quantity,
  Quote, RightParen, Separator, Times, WholeNumber,
} from './tokens.ts'

export type Rule = ParserMethod<[], CstNode>

export const NUMBER_FIRST: readonly TokenType[] = [WholeNumber, Quantity, DateLiteral, Name, LeftParen]
/** What can only be the value of the fact before it. */
const VALUES = [WholeNumber, Quantity, DateLiteral, Quote, K.True, K.False, K.Unknown, K.NotApplicable, Minus]
const STARTS_AN_ITEM = new Set<TokenType>([
  K.Cites, K.See, K.ForEach, K.Addressee, K.When, K.Unless, K.May, K.NeedsDecision, K.Grant, K.UpTo, K.RecogniseAs, K.Provide, K.Refer, K.Priority, K.Deduct, K.Repay, K.CappedAt, K.NoCap,
  K.Once, K.Monthly, K.Yearly, K.ExceptionTo, K.Reinstates, K.ValidFrom, K.ValidUntil, K.InPrinciple, K.Same, K.EachYear, K.EachMonth, K.InAll, K.AllClauses, K.UnderReading, K.Per,
])

/** What conditions and amounts are made of; `parser.ts` adds statements. Precedence is the order of the rules, loosest first. */
export class ExpressionParser extends CstParser {
  constructor(config: IParserConfig) {
    super([...ALL_TOKENS], config)
  }

  /** Only a closing parenthesis is ever supplied in the writer's stead. */
  override canTokenTypeBeInsertedInRecovery(type: TokenType): boolean {
    return type === RightParen
  }

  protected next(ahead: number, types: readonly TokenType[]): boolean {
    return types.includes(this.LA(ahead).tokenType)
  }

  /** Whether the 按 ahead begins `按 KEY 分别 …`, an item of its own. */
  protected startsCases(): boolean {
    for (let ahead = 2; ahead < 64; ahead += 1) {
      const type = this.LA(ahead).tokenType
      if (type === K.Respectively) return true
      if (STARTS_AN_ITEM.has(type) || Number.isNaN(this.LA(ahead).startOffset)) return false
    }
    return false
  }

  expression: Rule = this.RULE('expression', () => {
    this.SUBRULE(this.conjunction)
    this.MANY(() => {
      this.CONSUME(K.Or)
      this.SUBRULE1(this.conjunction)
    })
  })

  conjunction: Rule = this.RULE('conjunction', () => {
    this.SUBRULE(this.negation)
    this.MANY(() => {
      this.CONSUME(K.And)
      this.SUBRULE1(this.negation)
    })
  })

  negation: Rule = this.RULE('negation', () => {
    this.MANY(() => this.CONSUME(K.Not))
    this.SUBRULE(this.comparison)
  })

  comparison: Rule = this.RULE('comparison', () => {
    this.SUBRULE(this.sum)
    this.OPTION({
      GATE: () => this.startsBound(),
      DEF: () => this.OR([
        { ALT: () => this.SUBRULE(this.membership) },
        { ALT: () => this.AT_LEAST_ONE({ GATE: () => this.startsBound(), DEF: () => this.SUBRULE(this.bound) }) },
      ]),
    })
  })

  membership: Rule = this.RULE('membership', () => {
    this.OR([{ ALT: () => this.CONSUME(K.In) }, { ALT: () => this.CONSUME(K.NotIn) }])
    this.SUBRULE(this.list)
  })

  /** A number, a name or a group is a bound only with 以上 or 以下 after it: the next row may begin with one, too. */
  protected startsBound(): boolean {
    if (!this.next(1, NUMBER_FIRST)) return true
    return this.next(this.LA(1).tokenType === LeftParen ? this.afterGroup() : 2, [K.OrMore, K.OrLess])
  }

  /** How far ahead the token after the parentheses is that open here. */
  private afterGroup(): number {
    let depth = 0
    for (let ahead = 1; ahead < 256; ahead += 1) {
      const type = this.LA(ahead).tokenType
      if (type === LeftParen) depth += 1
      else if (type === RightParen) depth -= 1
      if (depth === 0) return ahead + 1
    }
    return 256
  }

  bound: Rule = this.RULE('bound', () => {
    this.OR([
      { ALT: () => { this.SUBRULE(this.operator); this.SUBRULE(this.sum) } },
      {
        ALT: () => {
          this.SUBRULE(this.cell)
          this.OR1([{ ALT: () => this.CONSUME(K.OrMore) }, { ALT: () => this.CONSUME(K.OrLess) }])
        },
      },
    ])
  })

  operator: Rule = this.RULE('operator', () => {
    this.OR([
      { ALT: () => this.CONSUME(K.AtLeast) }, { ALT: () => this.CONSUME(K.AtMost) }, { ALT: () => this.CONSUME(K.MoreThan) },
      { ALT: () => this.CONSUME(K.LessThan) }, { ALT: () => this.CONSUME(K.Is) }, { ALT: () => this.CONSUME(K.IsNot) },
      { ALT: () => this.CONSUME(K.NotBefore) }, { ALT: () => this.CONSUME(K.NotAfter) }, { ALT: () => this.CONSUME(K.After) }, { ALT: () => this.CONSUME(K.Before) },
      { ALT: () => this.CONSUME(AtLeastSign) }, { ALT: () => this.CONSUME(AtMostSign) }, { ALT: () => this.CONSUME(MoreThanSign) },
      { ALT: () => this.CONSUME(LessThanSign) }, { ALT: () => this.CONSUME(EqualSign) }, { ALT: () => this.CONSUME(NotEqual) },
    ])
  })

  /** An amount, with its marginal parts: 投资额 分段 不超过 A 的部分 1% 超过 的部分 2%. */
  sum: Rule = this.RULE('sum', () => {
    this.SUBRULE(this.product)
    this.MANY(() => {
      this.OR([{ ALT: () => this.CONSUME(Plus) }, { ALT: () => this.CONSUME(Minus) }])
      this.SUBRULE1(this.product)
    })
    this.OPTION(() => {
      this.CONSUME(K.InParts)
      this.AT_LEAST_ONE(() => this.SUBRULE(this.part))
    })
  })

  part: Rule = this.RULE('part', () => {
    this.OR([
      { ALT: () => { this.CONSUME(K.AtMost); this.SUBRULE(this.product, { LABEL: 'upTo' }) } },
      { ALT: () => this.CONSUME(K.MoreThan) },
    ])
    this.CONSUME(K.PartOf)
    this.SUBRULE1(this.product, { LABEL: 'rate' })
  })

  product: Rule = this.RULE('product', () => {
    this.SUBRULE(this.factor)
    this.MANY(() => {
      this.OR([{ ALT: () => this.CONSUME(Times) }, { ALT: () => this.CONSUME(Divide) }, { ALT: () => this.CONSUME(K.EachFull) }])
      this.SUBRULE1(this.factor)
    })
  })

  factor: Rule = this.RULE('factor', () => {
    this.MANY(() => this.CONSUME(Minus))
    this.SUBRULE(this.share)
  })

  /** 40% 的 投资额; 项目 的 得分. A clause is never a part of anything: 同一 地块 的 条款 1.1. */
  share: Rule = this.RULE('share', () => {
    this.SUBRULE(this.dated)
    this.MANY({
      GATE: () => !this.next(2, [K.Clause, K.AllClauses]),
      DEF: () => {
        this.CONSUME(K.Of)
        this.SUBRULE1(this.dated)
      },
    })
  })

  /** 立项日 所在年, 申请日 年初, in English before the day: year of approval_day. */
  dated: Rule = this.RULE('dated', () => {
    this.OR([
      { ALT: () => { this.SUBRULE(this.calendar); this.SUBRULE(this.primary) } },
      { ALT: () => { this.SUBRULE1(this.primary); this.OPTION(() => this.SUBRULE1(this.calendar)) } },
    ])
  })

  calendar: Rule = this.RULE('calendar', () => {
    this.OR([{ ALT: () => this.CONSUME(K.YearOf) }, { ALT: () => this.CONSUME(K.YearStart) }, { ALT: () => this.CONSUME(K.MonthStart) }])
  })

  primary: Rule = this.RULE('primary', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.literal) },
      { ALT: () => this.CONSUME(Name) },
      { ALT: () => this.SUBRULE(this.group) },
      { ALT: () => this.CONSUME(K.Today) },
      { ALT: () => this.CONSUME(K.InForceDay) },
      { ALT: () => this.CONSUME(K.PeriodStart) },
      { ALT: () => this.CONSUME(K.PeriodNumber) },
      { ALT: () => this.SUBRULE(this.extreme) },
      { ALT: () => this.SUBRULE(this.counted) },
      { ALT: () => this.SUBRULE(this.aggregate) },
      { ALT: () => this.SUBRULE(this.granted) },
    ])
  })

  literal: Rule = this.RULE('literal', () => {
    this.OR([
      { ALT: () => this.CONSUME(Quantity) }, { ALT: () => this.CONSUME(WholeNumber) }, { ALT: () => this.CONSUME(DateLiteral) },
      { ALT: () => this.CONSUME(Quote) }, { ALT: () => this.CONSUME(K.True) }, { ALT: () => this.CONSUME(K.False) },
    ])
  })

  group: Rule = this.RULE('group', () => {
    this.CONSUME(LeftParen)
    this.SUBRULE(this.expression)
    this.CONSUME(RightParen)
  })

  list: Rule = this.RULE('list', () => {
    this.CONSUME(LeftParen)
    this.SUBRULE(this.expression)
    this.MANY(() => {
      this.CONSUME(Separator)
      this.SUBRULE1(this.expression)
    })
    this.CONSUME(RightParen)
  })

  extreme: Rule = this.RULE('extreme', () => {
    this.OR([{ ALT: () => this.CONSUME(K.LowerOf) }, { ALT: () => this.CONSUME(K.HigherOf) }])
    this.SUBRULE(this.list)
  })

  /** 个数 地块 其中（…）; 有 地块 其中（…） */
  counted: Rule = this.RULE('counted', () => {
    this.OR([{ ALT: () => this.CONSUME(K.CountOf) }, { ALT: () => this.CONSUME(K.Has) }])
    this.CONSUME(Name)
    this.OPTION(() => this.SUBRULE(this.where))
  })

  /** 总和 项目 的 投入 其中（…） */
  aggregate: Rule = this.RULE('aggregate', () => {
    this.OR([{ ALT: () => this.CONSUME(K.SumOf) }, { ALT: () => this.CONSUME(K.LargestOf) }, { ALT: () => this.CONSUME(K.SmallestOf) }])
    this.CONSUME(Name)
    this.CONSUME(K.Of)
    this.SUBRULE(this.dated)
    this.OPTION(() => this.SUBRULE(this.where))
  })

  where: Rule = this.RULE('where', () => {
    this.CONSUME(K.Where)
    this.SUBRULE(this.group)
  })

  /** 已领 条款 1.2 按 地块号 当年内, 已领 条款 2 自 停产日 - 5年 */
  granted: Rule = this.RULE('granted', () => {
    this.OR([{ ALT: () => this.CONSUME(K.Granted) }, { ALT: () => this.CONSUME(K.GrantedTimes) }])
    this.SUBRULE(this.clauseList)
    this.OPTION({ GATE: () => !this.startsCases(), DEF: () => { this.CONSUME(K.Per); this.SUBRULE(this.keys) } })
    this.OPTION1(() => this.OR1([
      { ALT: () => this.CONSUME(K.ThisYear) },
      { ALT: () => { this.CONSUME(K.From); this.SUBRULE(this.sum, { LABEL: 'from' }); this.OPTION2(() => { this.CONSUME(K.To); this.SUBRULE1(this.sum, { LABEL: 'until' }) }) } },
      { ALT: () => { this.CONSUME1(K.To); this.SUBRULE2(this.sum, { LABEL: 'until' }) } },
    ]))
  })

  keys: Rule = this.RULE('keys', () => {
    this.SUBRULE(this.sum)
    this.MANY(() => {
      this.CONSUME(Separator)
      this.SUBRULE1(this.sum)
    })
  })

  /** A value that needs no operator: in rows, and before 以上 and 以下. */
  cell: Rule = this.RULE('cell', () => {
    this.OR([{ ALT: () => this.SUBRULE(this.literal) }, { ALT: () => this.CONSUME(Name) }, { ALT: () => this.SUBRULE(this.group) }])
  })

  signed: Rule = this.RULE('signed', () => {
    this.OPTION(() => this.CONSUME(Minus))
    this.SUBRULE(this.literal)
  })

  clauseList: Rule = this.RULE('clauseList', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(K.AllClauses)
          this.OPTION(() => {
            this.CONSUME(K.Except)
            this.SUBRULE(this.ids)
          })
        },
      },
      { ALT: () => this.SUBRULE1(this.ids) },
    ])
  })

  /** 条款 1.1，1.2 */
  ids: Rule = this.RULE('ids', () => {
    this.OPTION(() => this.SUBRULE(this.referred))
    this.SUBRULE(this.id)
    this.MANY({
      GATE: () => this.next(2, [WholeNumber, DottedId, K.Clause, K.Constraint, K.Measure, K.Direction]),
      DEF: () => {
        this.CONSUME(Separator)
        this.OPTION1(() => this.SUBRULE1(this.referred))
        this.SUBRULE1(this.id)
      },
    })
  })

  referred: Rule = this.RULE('referred', () => {
    this.OR([{ ALT: () => this.CONSUME(K.Clause) }, { ALT: () => this.CONSUME(K.Constraint) }, { ALT: () => this.CONSUME(K.Measure) }, { ALT: () => this.CONSUME(K.Direction) }])
  })

  id: Rule = this.RULE('id', () => {
    this.OR([{ ALT: () => this.CONSUME(WholeNumber) }, { ALT: () => this.CONSUME(DottedId) }])
  })

  names: Rule = this.RULE('names', () => {
    this.CONSUME(Name)
    this.MANY(() => {
      this.CONSUME(Separator)
      this.CONSUME1(Name)
    })
  })

  /** “…” / “…”: Chinese, then English. */
  texts: Rule = this.RULE('texts', () => {
    this.CONSUME(Quote)
    this.OPTION(() => {
      this.CONSUME(Divide)
      this.CONSUME1(Quote)
    })
  })

  /** 厂房 (factory) */
  declared: Rule = this.RULE('declared', () => {
    this.CONSUME(Name)
    this.OPTION(() => {
      this.CONSUME(LeftParen)
      this.CONSUME1(Name)
      this.CONSUME(RightParen)
    })
  })

  period: Rule = this.RULE('period', () => {
    this.OR([{ ALT: () => this.CONSUME(K.EachYear) }, { ALT: () => this.CONSUME(K.EachMonth) }, { ALT: () => this.CONSUME(K.InAll) }])
  })

  atMost: Rule = this.RULE('atMost', () => {
    this.OR([{ ALT: () => this.CONSUME(K.AtMost) }, { ALT: () => this.CONSUME(AtMostSign) }])
  })

  pair: Rule = this.RULE('pair', () => {
    this.CONSUME(Name)
    this.CONSUME1(Name)
  })

  /** 依解读 A3 从宽，A4 从严 */
  under: Rule = this.RULE('under', () => {
    this.CONSUME(K.UnderReading)
    this.SUBRULE(this.pair)
    this.MANY(() => {
      this.CONSUME(Separator)
      this.SUBRULE1(this.pair)
    })
  })

  /** 投资额 2,500,000元，等次 甲等, 达标. A name after a name is its value, unless a value follows that name. */
  facts: Rule = this.RULE('facts', () => {
    this.MANY(() => {
      this.OPTION(() => this.CONSUME(Separator))
      this.SUBRULE(this.fact)
    })
  })

  fact: Rule = this.RULE('fact', () => {
    this.CONSUME(Name)
    this.OPTION(() => this.OR([
      { ALT: () => this.SUBRULE(this.signed) },
      { ALT: () => this.CONSUME(K.Unknown) },
      { ALT: () => this.CONSUME(K.NotApplicable) },
      { GATE: () => !this.next(2, VALUES), ALT: () => this.CONSUME1(Name) },
    ]))
  })
}
