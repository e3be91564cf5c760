import type { IParserErrorMessageProvider, IToken, TokenType } from 'chevrotain'
import type { Rule } from './expressions.ts'
import { ItemParser } from './items.ts'
import { DateLiteral, DottedId, K, LeftParen, Name, Quantity, Quote, RightParen, Separator, WholeNumber } from './tokens.ts'
import { COUNT_UNITS } from './units.ts'

/** One statement at a time; the productions are the language's documentation. */
export class HengParser extends ItemParser {
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
      { ALT: () => { this.CONSUME(K.LimitOrder); this.SUBRULE(this.limitOrder) } },
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

  limitOrder: Rule = this.RULE('limitOrder', () => {
    this.SUBRULE(this.stage)
    this.MANY(() => { this.CONSUME(Separator); this.SUBRULE1(this.stage) })
  })

  stage: Rule = this.RULE('stage', () => {
    this.OR([{ ALT: () => this.CONSUME(K.Once) }, { ALT: () => this.CONSUME(Name) }])
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
    this.OR([{ ALT: () => this.SUBRULE(this.line) }, { ALT: () => { this.CONSUME(K.Constraint); this.SUBRULE(this.id); this.SUBRULE(this.subjects) } }])
    this.OR1([
      { ALT: () => this.CONSUME(K.Used) }, { ALT: () => this.CONSUME(K.NotUsed) }, { ALT: () => this.SUBRULE(this.signed) },
      { ALT: () => { this.CONSUME(K.WidenedTo); this.SUBRULE1(this.signed) } },
    ])
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
      { ALT: () => { this.CONSUME(K.SharedBy); this.SUBRULE(this.bearing); this.MANY(() => { this.CONSUME(Separator); this.SUBRULE1(this.bearing) }) } },
      { ALT: () => { this.CONSUME(K.Missing); this.SUBRULE(this.names, { LABEL: 'missing' }) } },
      { ALT: () => { this.CONSUME(K.Mentions); this.SUBRULE1(this.names, { LABEL: 'mentions' }) } },
    ])
  })

  /** 甲方 12万元 至 15万元 */
  bearing: Rule = this.RULE('bearing', () => {
    this.CONSUME(Name)
    this.SUBRULE(this.signed, { LABEL: 'low' })
    this.OPTION(() => {
      this.CONSUME(K.To)
      this.OR([{ ALT: () => this.CONSUME(K.Unstated) }, { ALT: () => this.SUBRULE1(this.signed, { LABEL: 'high' }) }])
    })
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
