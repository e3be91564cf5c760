// `npm run generate`: writes every generated file that is not up to date. With --check it only names them, and fails.
import { staleFiles, writeGenerated } from './generated.mjs'

const check = process.argv.includes('--check')
const paths = check ? await staleFiles() : await writeGenerated()
for (const path of paths) process.stdout.write(`${path}\n`)
if (check) process.exitCode = paths.length === 0 ? 0 : 1
else process.stdout.write(paths.length === 0 ? 'all generated files are up to date\n' : `${paths.length} written\n`)
