import { z } from 'zod'

/** Who may call: holders of one of these duties, any signed-in person acting in a post, any signed-in person, or anyone. */
export type Audience = readonly string[] | 'holder' | 'person' | 'anyone'

/** An address of the product as a value: the server's route, the page's call and the API description all come from it. */
export type Endpoint<Input extends z.ZodObject = z.ZodObject, Output extends z.ZodType = z.ZodType, For extends Audience = Audience> = {
  readonly kind: 'read' | 'write' | 'download'
  readonly path: `/api/${string}`
  readonly for: For
  /** What it promises, in one English sentence for the API description. */
  readonly does: string
  readonly input: Input
  readonly output: Output
}
export type Endpoints = Readonly<Record<string, Endpoint>>

type Facts<I extends z.ZodObject, O extends z.ZodType, A extends Audience> = Omit<Endpoint<I, O, A>, 'kind'>

/** A question: changes nothing, GET, its input in the path and the query. */
export const read = <I extends z.ZodObject, O extends z.ZodType, const A extends Audience>(facts: Facts<I, O, A>) => ({
  kind: 'read' as const,
  ...facts,
})

/** An act: POST, its input in the path and a JSON body, one transaction with its line in the journal. */
export const write = <I extends z.ZodObject, O extends z.ZodType, const A extends Audience>(facts: Facts<I, O, A>) => ({
  kind: 'write' as const,
  ...facts,
})

/** A question answered by a file; its action answers with a `Download`. */
export const download = <I extends z.ZodObject, const A extends Audience>(facts: Omit<Facts<I, z.ZodVoid, A>, 'output'>) => ({
  kind: 'download' as const,
  ...facts,
  output: z.void(),
})

/** One value or several under the same name in a query: always an array to the action. */
export const many = <T extends z.ZodType>(item: T) =>
  (z.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(item)) as unknown as z.ZodType<z.output<T>[], z.input<T>[]>).optional()

/** The names of the path's parameters: `/api/tasks/:taskId` has `taskId`. */
export const parametersOf = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map((match) => match[1] as string)
