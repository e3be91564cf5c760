import type { IParserErrorMessageProvider, IToken, TokenType } from 'chevrotain'
import { ExpressionParser, NUMBER_FIRST, type Rule } from './expressions.ts'
import { AtLeastSign, AtMostSign, DateLiteral, DottedId, K, LeftParen, LessThanSign, MoreThanSign, Name, Quantity, Quote, RightParen, Separator, WholeNumber } from './tokens.ts'
import { COUNT_UNITS } from './units.ts'

const FIRST_OF_INTERVAL = [K.AtLeast, K.AtMost, K.MoreThan, K.LessThan, AtLeastSign, AtMostSign, MoreThanSign, LessThanSign]

/** One statement at a time; the productions are the language's documentation. */
export class HengParser extends ExpressionParser {
  statement: Rule = this.RULE('statement', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.policy) },
      { ALT: () => this.SUBRULE(this.commencement) },
      { ALT: () => this.SUBRULE(this.entity) },
      { ALT: () => this.SUBRULE(this.enumeration) },
      { ALT: () => this.SUBRULE(this.agency) },
      { ALT: () => this.SUBRULE(this.parameter) },
      { ALT: () => this.SUBRULE(this.definition) },
      { ALT: () => this.SUBRULE(this.table) },
      { ALT: () => this.SUBRULE(this.measure) },
      { ALT: () => this.SUBRULE(this.clause) },
      { ALT: () => this.SUBRULE(this.ambiguity) },
      { ALT: () => this.SUBRULE(this.claim) },
      { ALT: () => this.SUBRULE(this.example) },
    ])
  })

  // ------------------------------------------------------------ header and vocabulary

  policy: Rule = this.RULE('policy', () => {
    this.CONSUME(K.Policy)
    this.SUBRULE(this.declared)
    this.SUBRULE(this.headerItems)
  })

  headerItems: Rule = this.RULE('headerItems', () => {
    this.MANY(() => this.SUBRULE(this.headerItem))
  })

  headerItem: Rule = this.RULE('headerItem', () => {
    this.OR([
      { ALT: () => { this.CONSUME(K.Title); this.SUBRULE(this.texts) } },
      { ALT: () => { this.CONSUME(K.Jurisdiction); this.SUBRULE1(this.texts) } },
      { ALT: () => { this.CONSUME(K.Edition); this.SUBRULE(this.edition) } },
      {
        ALT: () => {
          this.CONSUME(K.Source)
          this.CONSUME(Quote, { LABEL: 'file' })
          this.OPTION(() => {
            this.CONSUME(K.Fingerprint)
            this.CONSUME1(Quote, { LABEL: 'fingerprint' })
          })
        },
      },
      { ALT: () => this.SUBRULE(this.published) },
      { ALT: () => { this.CONSUME(K.Rounding); this.SUBRULE(this.rounding) } },
    ])
  })

  edition: Rule = this.RULE('edition', () => {
    this.OR([
      { ALT: () => this.CONSUME(K.OfficialText) }, { ALT: () => this.CONSUME(K.ConsultationDraft) },
      { ALT: () => this.CONSUME(K.IllustrativeAmendment) }, { ALT: () => this.CONSUME(K.ModelText) },
    ])
  })

  published: Rule = this.RULE('published', () => {
    this.CONSUME(K.Published)
    this.OR([{ ALT: () => this.CONSUME(DateLiteral) }, { ALT: () => this.CONSUME(K.NotYet) }])
  })

  rounding: Rule = this.RULE('rounding', () => {
    this.OR([{ ALT: () => this.CONSUME(K.Grant) }, { ALT: () => this.CONSUME(K.UpTo) }])
    this.OR1([{ ALT: () => this.CONSUME(K.HalfUp) }, { ALT: () => this.CONSUME(K.RoundDown) }, { ALT: () => this.CONSUME(K.RoundUp) }])
  })

  commencement: Rule = this.RULE('commencement', () => {
    this.CONSUME(K.Commencement)
    this.OPTION(() => this.SUBRULE(this.id))
    this.OPTION1(() => this.OR([
      { ALT: () => { this.CONSUME(K.FromPublication); this.OPTION2(() => this.CONSUME(Quantity)) } },
      { ALT: () => { this.CONSUME(K.From); this.CONSUME(DateLiteral, { LABEL: 'from' }) } },
    ]))
    this.OPTION3(() => { this.CONSUME(K.To); this.CONSUME1(DateLiteral, { LABEL: 'until' }) })
    this.SUBRULE(this.items)
  })

  entity: Rule = this.RULE('entity', () => {
    this.OR([{ ALT: () => this.CONSUME(K.Applicant) }, { ALT: () => this.CONSUME(K.Matter) }])
    this.SUBRULE(this.declared)
    this.SUBRULE(this.fields)
  })

  fields: Rule = this.RULE('fields', () => {
    this.MANY(() => this.SUBRULE(this.field))
  })

  field: Rule = this.RULE('field', () => {
    this.SUBRULE(this.declared)
    this.SUBRULE(this.fieldType)
    this.MANY(() => this.OR([
      { ALT: () => { this.CONSUME(K.Ask); this.SUBRULE(this.texts) } },
      { ALT: () => { this.CONSUME(K.JudgedBy); this.CONSUME(Name) } },
    ]))
  })

  fieldType: Rule = this.RULE('fieldType', () => {
    this.OR([
      { ALT: () => this.CONSUME(K.TypeBoolean) }, { ALT: () => this.CONSUME(K.TypeMoney) }, { ALT: () => this.CONSUME(K.TypeRatio) },
      { ALT: () => this.CONSUME(K.TypeDate) }, { ALT: () => this.CONSUME(K.TypeDuration) }, { ALT: () => this.CONSUME(K.TypeText) },
      { ALT: () => this.CONSUME(K.TypeIdentifier) },
      { ALT: () => { this.CONSUME(K.TypeInteger); this.OPTION({ GATE: () => isCountUnit(this.LA(1)), DEF: () => this.CONSUME(Name, { LABEL: 'unit' }) }) } },
      { ALT: () => { this.CONSUME(K.TypeQuantity); this.SUBRULE(this.declared) } },
      { ALT: () => this.CONSUME1(Name, { LABEL: 'named' }) },
    ])
  })

  enumeration: Rule = this.RULE('enumeration', () => {
    this.CONSUME(K.Enumeration)
    this.SUBRULE(this.declared)
    this.MANY(() => {
      this.OPTION(() => this.CONSUME(Separator))
      this.SUBRULE1(this.declared, { LABEL: 'value' })
    })
  })

  agency: Rule = this.RULE('agency', () => {
    this.CONSUME(K.Agency)
    this.SUBRULE(this.declared)
    this.MANY(() => {
      this.OPTION(() => this.CONSUME(Separator))
      this.SUBRULE1(this.declared)
    })
  })

  parameter: Rule = this.RULE('parameter', () => {
    this.CONSUME(K.Parameter)
    this.SUBRULE(this.declared)
    this.AT_LEAST_ONE(() => this.SUBRULE(this.parameterValue))
  })

  parameterValue: Rule = this.RULE('parameterValue', () => {
    this.OPTION(() => { this.CONSUME(K.From); this.CONSUME(DateLiteral) })
    this.SUBRULE(this.sum)
    this.MANY(() => { this.CONSUME(K.Cites); this.CONSUME(Quote) })
  })

  definition: Rule = this.RULE('definition', () => {
    this.CONSUME(K.Definition)
    this.SUBRULE(this.declared)
    this.OPTION(() => { this.CONSUME(K.About); this.SUBRULE(this.names) })
    this.CONSUME(K.Is)
    this.SUBRULE(this.expression)
    this.SUBRULE(this.items)
  })

  table: Rule = this.RULE('table', () => {
    this.CONSUME(K.Table)
    this.SUBRULE(this.declared)
    this.CONSUME(K.Per)
    this.SUBRULE(this.sum)
    this.OPTION(() => {
      this.CONSUME(K.Columns)
      this.SUBRULE1(this.declared, { LABEL: 'column' })
      this.MANY(() => { this.CONSUME(Separator); this.SUBRULE2(this.declared, { LABEL: 'column' }) })
    })
    this.MANY1(() => this.SUBRULE(this.tableEntry))
    this.SUBRULE(this.items)
  })

  /** A row is a key and as many cells as there are columns. */
  tableEntry: Rule = this.RULE('tableEntry', () => {
    this.OR([
      { GATE: () => this.startsInterval(), ALT: () => this.SUBRULE(this.interval) },
      { ALT: () => this.CONSUME(K.Otherwise) },
      { ALT: () => this.SUBRULE(this.cells) },
    ])
  })

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

  // ------------------------------------------------------------ clauses

  measure: Rule = this.RULE('measure', () => {
    this.CONSUME(K.Measure)
    this.SUBRULE(this.id)
    this.SUBRULE(this.declared)
    this.MANY(() => this.OR([
      { ALT: () => { this.CONSUME(K.Responsible); this.SUBRULE(this.names, { LABEL: 'responsible' }) } },
      { ALT: () => { this.CONSUME(K.Cooperating); this.SUBRULE1(this.names, { LABEL: 'cooperating' }) } },
      { ALT: () => { this.CONSUME(K.Cites); this.CONSUME(Quote) } },
    ]))
  })

  clause: Rule = this.RULE('clause', () => {
    this.OR([{ ALT: () => this.CONSUME(K.Clause) }, { ALT: () => this.CONSUME(K.Constraint) }, { ALT: () => this.CONSUME(K.Direction) }, { ALT: () => this.CONSUME(K.Recital) }])
    this.SUBRULE(this.id)
    this.OPTION(() => this.SUBRULE(this.declared))
    this.SUBRULE(this.items)
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
      { ALT: () => this.SUBRULE(this.grant) },
      { ALT: () => { this.CONSUME(K.RecogniseAs); this.CONSUME1(Name) } },
      { ALT: () => this.SUBRULE(this.cases) },
      { ALT: () => { this.CONSUME(K.Priority); this.SUBRULE(this.names) } },
      { ALT: () => { this.CONSUME(K.Provide); this.SUBRULE(this.texts); this.OPTION(() => { this.CONSUME(K.For); this.SUBRULE(this.sum) }) } },
      { ALT: () => { this.CONSUME(K.Refer); this.SUBRULE1(this.texts) } },
      { ALT: () => { this.CONSUME(K.Deduct); this.SUBRULE1(this.sum) } },
      { ALT: () => { this.CONSUME(K.CappedAt); this.SUBRULE2(this.sum); this.SUBRULE(this.limitTail) } },
      { ALT: () => { this.SUBRULE(this.period); this.SUBRULE(this.atMost); this.SUBRULE3(this.sum); this.SUBRULE1(this.limitTail) } },
      { ALT: () => { this.CONSUME(K.Once); this.SUBRULE2(this.limitTail) } },
      { ALT: () => { this.CONSUME(K.ExceptionTo); this.SUBRULE(this.ids) } },
      { ALT: () => { this.CONSUME(K.Reinstates); this.SUBRULE1(this.ids) } },
      { ALT: () => { this.CONSUME(K.ValidFrom); this.CONSUME(DateLiteral) } },
      { ALT: () => { this.CONSUME(K.ValidUntil); this.CONSUME1(DateLiteral) } },
      { ALT: () => this.CONSUME(K.InPrinciple) },
      { ALT: () => this.SUBRULE(this.same) },
      { ALT: () => this.SUBRULE(this.together) },
    ])
    this.OPTION1(() => this.SUBRULE(this.under))
  })

  addressees: Rule = this.RULE('addressees', () => {
    this.SUBRULE(this.subject)
    this.MANY(() => { this.CONSUME(Separator); this.SUBRULE1(this.subject) })
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
    this.OPTION({ GATE: () => !this.startsCases(), DEF: () => { this.CONSUME(K.Per); this.SUBRULE(this.sum) } })
  })

  /** 条款 1.1，1.2 合计 每年 不超过 1000万元 按 企业 */
  together: Rule = this.RULE('together', () => {
    this.SUBRULE(this.clauseList)
    this.CONSUME(K.Together)
    this.OPTION(() => this.SUBRULE(this.period))
    this.SUBRULE(this.atMost)
    this.SUBRULE(this.sum)
    this.SUBRULE(this.limitTail)
  })

  // ------------------------------------------------------------ ambiguities, claims, examples

  ambiguity: Rule = this.RULE('ambiguity', () => {
    this.CONSUME(K.Ambiguity)
    this.OR([{ ALT: () => this.CONSUME(Name) }, { ALT: () => this.CONSUME(WholeNumber) }, { ALT: () => this.CONSUME(DottedId) }])
    this.SUBRULE(this.declared)
    this.SUBRULE(this.ambiguityItems)
  })

  ambiguityItems: Rule = this.RULE('ambiguityItems', () => {
    this.MANY(() => this.SUBRULE(this.ambiguityItem))
  })

  ambiguityItem: Rule = this.RULE('ambiguityItem', () => {
    this.OR([
      { ALT: () => { this.CONSUME(K.At); this.OR1([{ ALT: () => this.CONSUME(K.WholeText) }, { ALT: () => this.SUBRULE(this.ids) }]) } },
      { ALT: () => { this.CONSUME(K.Ask); this.SUBRULE(this.texts) } },
      { ALT: () => this.SUBRULE(this.reading) },
    ])
  })

  reading: Rule = this.RULE('reading', () => {
    this.CONSUME(K.Reading)
    this.SUBRULE(this.declared)
    this.OPTION(() => this.CONSUME(K.Default))
    this.OPTION1(() => this.SUBRULE(this.texts))
  })

  claim: Rule = this.RULE('claim', () => {
    this.CONSUME(K.Claim)
    this.SUBRULE(this.declared)
    this.OR([
      { ALT: () => { this.SUBRULE(this.names); this.CONSUME(K.NeverBoth) } },
      {
        ALT: () => {
          this.SUBRULE(this.clauseList)
          this.OR1([
            { ALT: () => { this.CONSUME(K.Monotone); this.CONSUME(Name, { LABEL: 'entity' }); this.CONSUME(K.Of); this.CONSUME1(Name, { LABEL: 'field' }) } },
            {
              ALT: () => {
                this.OPTION(() => this.SUBRULE(this.period))
                this.SUBRULE(this.atMost)
                this.SUBRULE(this.sum)
                this.OPTION1(() => { this.CONSUME(K.Per); this.SUBRULE(this.keys) })
              },
            },
          ])
        },
      },
    ])
  })

  example: Rule = this.RULE('example', () => {
    this.CONSUME(K.Example)
    this.SUBRULE(this.declared)
    this.SUBRULE(this.exampleItems)
  })

  exampleItems: Rule = this.RULE('exampleItems', () => {
    this.MANY(() => this.SUBRULE(this.exampleItem))
  })

  exampleItem: Rule = this.RULE('exampleItem', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.published) },
      { ALT: () => { this.CONSUME(K.Today); this.CONSUME(DateLiteral) } },
      { ALT: () => this.SUBRULE(this.under) },
      { ALT: () => { this.CONSUME(K.Given); this.CONSUME(Name); this.SUBRULE(this.subject); this.SUBRULE(this.facts) } },
      { ALT: () => this.SUBRULE(this.paid) },
      { ALT: () => this.SUBRULE(this.decided) },
      { ALT: () => { this.CONSUME(K.Exception); this.CONSUME(K.Constraint); this.SUBRULE(this.id); this.SUBRULE(this.subjects) } },
      { ALT: () => this.SUBRULE(this.expect) },
    ])
  })

  subject: Rule = this.RULE('subject', () => {
    this.OR([{ ALT: () => this.CONSUME(Name) }, { ALT: () => this.CONSUME(Quote) }])
  })

  subjects: Rule = this.RULE('subjects', () => {
    this.CONSUME(LeftParen)
    this.SUBRULE(this.subject)
    this.MANY(() => { this.CONSUME(Separator); this.SUBRULE1(this.subject) })
    this.CONSUME(RightParen)
  })

  /** 条款 1.2（一号） */
  line: Rule = this.RULE('line', () => {
    this.CONSUME(K.Clause)
    this.SUBRULE(this.id)
    this.OPTION(() => { this.CONSUME(LeftParen); this.SUBRULE(this.subject); this.CONSUME(RightParen) })
  })

  paid: Rule = this.RULE('paid', () => {
    this.CONSUME(K.Paid)
    this.SUBRULE(this.line)
    this.SUBRULE(this.signed)
    this.CONSUME(K.On)
    this.CONSUME(DateLiteral)
    this.SUBRULE(this.facts)
  })

  decided: Rule = this.RULE('decided', () => {
    this.CONSUME(K.Decided)
    this.SUBRULE(this.line)
    this.OR([{ ALT: () => this.CONSUME(K.Used) }, { ALT: () => this.CONSUME(K.NotUsed) }, { ALT: () => this.SUBRULE(this.signed) }])
  })

  expect: Rule = this.RULE('expect', () => {
    this.CONSUME(K.Expect)
    this.OR([{ ALT: () => this.CONSUME(K.Total) }, { ALT: () => this.SUBRULE(this.line) }])
    this.MANY(() => this.SUBRULE(this.outcome))
  })

  outcome: Rule = this.RULE('outcome', () => {
    this.OR([
      {
        ALT: () => {
          this.SUBRULE(this.signed, { LABEL: 'low' })
          this.OPTION(() => {
            this.CONSUME(K.To)
            this.OR1([{ ALT: () => this.CONSUME(K.Unstated) }, { ALT: () => this.SUBRULE1(this.signed, { LABEL: 'high' }) }])
          })
        },
      },
      { ALT: () => this.CONSUME(K.StandingHolds) },
      { ALT: () => this.CONSUME(K.StandingFails) },
      { ALT: () => this.CONSUME(K.StandingUndetermined) },
      { ALT: () => this.CONSUME(K.StandingAwaits) },
      { ALT: () => this.CONSUME(K.StandingWithdrawn) },
      { ALT: () => { this.CONSUME(K.RecogniseAs); this.CONSUME(Name) } },
      { ALT: () => { this.CONSUME(K.For); this.SUBRULE2(this.signed) } },
      { ALT: () => { this.CONSUME(K.Missing); this.SUBRULE(this.names, { LABEL: 'missing' }) } },
      { ALT: () => { this.CONSUME(K.Mentions); this.SUBRULE1(this.names, { LABEL: 'mentions' }) } },
    ])
  })

  constructor(check = false) {
    super({ recoveryEnabled: true, maxLookahead: 2, nodeLocationTracking: 'onlyOffset', skipValidations: !check, errorMessageProvider: EXPECTED })
    this.performSelfAnalysis()
  }
}

const COUNT_WORDS = new Set<string>([...Object.keys(COUNT_UNITS), ...Object.values(COUNT_UNITS)])

/** 整数 人: only the words that count; another name begins the next field. */
function isCountUnit(token: IToken): boolean {
  return COUNT_WORDS.has(token.image)
}

/** An error's message is the names of the tokens that could stand there; whoever reports it finds the words. */
function names(paths: readonly (readonly (readonly TokenType[])[])[]): string {
  const first = new Set<string>()
  for (const alternative of paths) for (const path of alternative) if (path[0] !== undefined) first.add(path[0].name)
  return [...first].join(' ')
}

const EXPECTED: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => expected.name,
  buildNotAllInputParsedMessage: () => 'Next',
  buildNoViableAltMessage: ({ expectedPathsPerAlt }) => names(expectedPathsPerAlt),
  buildEarlyExitMessage: ({ expectedIterationPaths }) => names([expectedIterationPaths]),
}

export const createParser = (check = false): HengParser => new HengParser(check)
