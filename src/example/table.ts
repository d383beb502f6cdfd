import { readFile } from 'node:fs/promises'

const folder = new URL('../../examples/plan-2013/', import.meta.url)

/** A tab-separated file of the example as rows by the names in its first line. */
export async function readTable<Column extends string>(name: string): Promise<Record<Column, string>[]> {
  const [head = '', ...lines] = (await readFile(new URL(`${name}.tsv`, folder), 'utf8')).trimEnd().split('\n')
  const columns = head.split('\t') as Column[]
  return lines.map((line) => {
    const values = line.split('\t')
    return Object.fromEntries(columns.map((column, i) => [column, values[i] ?? ''])) as Record<Column, string>
  })
}

/** A document of the example. */
export const readExample = (name: string): Promise<string> => readFile(new URL(name, folder), 'utf8')
