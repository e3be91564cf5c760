/** The official text among a version's files. */
export const SOURCE_FILE = 'source.txt'
