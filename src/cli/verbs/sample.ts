import { dirname, join } from 'node:path'
import type { Policy } from '../../core/core.ts'
import { writeDossiers } from '../../intake/write.ts'
import { generatePopulation } from '../../population/generate.ts'
import type { Population } from '../../population/population.ts'
import { MOST_APPLICANTS, readPopulation } from '../../population/read.ts'
import { soundPolicy } from '../build.ts'
import { kindOf, readText } from '../io.ts'
import { BadInput } from '../misuse.ts'
import { SAMPLE } from '../sample.ts'
import type { Context, Given, Verb } from '../verb.ts'

const FILE = 'population.json'

/** A version's own distributions, or those of its policy, beside the dossiers. */
function fileOf(folder: string, given: string | null): string {
  if (given !== null) return given
  const places = [join(folder, FILE), join(dirname(folder), FILE)]
  const found = places.find((path) => kindOf(path) === 'file')
  if (found !== undefined) return found
  throw new BadInput({ zh: `没有 ${FILE}：在 ${places.join(' 和 ')} 都没有找到。可用 --from FILE 指定`, en: `there is no ${FILE} at ${places.join(' or ')}; name one with --from FILE` })
}

function readDistributions(path: string, policy: Policy, { io, say }: Context): Population {
  const { value, mistakes } = readPopulation(policy, readText(path))
  for (const { place, message, hint } of mistakes) io.err(`${path}:${place.line}:${place.column} ${say(message)}${say(hint) === '' ? '' : `；${say(hint)}`}\n`)
  if (value !== null) return value
  throw new BadInput({ zh: `${path} 有${mistakes.length}处问题，没有生成`, en: `${path} has ${mistakes.length} problems: nothing was made` })
}

function countOf(given: Given, otherwise: number): number {
  const text = given.text('count')
  if (text === null) return otherwise
  const count = /^\d+$/.test(text) ? Number(text) : 0
  if (count >= 1 && count <= MOST_APPLICANTS) return count
  throw new BadInput({ zh: `--count 应为 1 到 ${MOST_APPLICANTS} 的整数，这里是“${text}”`, en: `--count takes a whole number from 1 to ${MOST_APPLICANTS}; found “${text}”` })
}

export const sampleVerb: Verb = {
  name: 'sample',
  summary: { zh: '按政策文件夹里声明的分布生成示例材料（不是真实企业）', en: 'make sample dossiers from the distributions declared beside a policy (no real enterprises)' },
  positionals: ['POLICY'],
  options: {
    count: { type: 'string', value: 'N', help: { zh: '多少家，默认按文件所写', en: 'how many applicants; as the file says unless given' } },
    seed: { type: 'string', value: 'S', help: { zh: '种子：同一种子在任何机器上得到同样的材料', en: 'the seed: the same one gives the same dossiers on every machine' } },
    from: { type: 'string', value: 'FILE', help: { zh: `分布的文件，默认政策文件夹里的 ${FILE}`, en: `the file of distributions, ${FILE} of the policy unless given` } },
  },
  formats: ['json'],
  example: [SAMPLE, '--count', '3', '--seed', '7'],
  run: (given, context) => {
    const { folder, policy } = soundPolicy(given.positionals[0] ?? '', context)
    const population = readDistributions(fileOf(folder.folder, given.text('from')), policy, context)
    const size = { count: countOf(given, population.count), seed: given.text('seed') ?? population.seed }
    // Whoever pipes the dossiers on has asked for them; whoever looks at them is told what they are.
    if (context.io.errIsTerminal) context.io.err(`${population.assumptions.slice(0, 1).map(context.say).join('')}\n${context.say({ zh: `${size.count}家，种子 ${size.seed}`, en: `${size.count} applicants, seed ${size.seed}` })}\n`)
    context.io.out(writeDossiers(policy, generatePopulation(policy, population, size), context.language))
    return 0
  },
}
