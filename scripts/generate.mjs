// `npm run generate`: writes every generated file that is not up to date.
import { writeGenerated } from './generated.mjs'

const written = await writeGenerated()
for (const path of written) process.stdout.write(`${path}\n`)
process.stdout.write(written.length === 0 ? 'all generated files are up to date\n' : `${written.length} written\n`)
