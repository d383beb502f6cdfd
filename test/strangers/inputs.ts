import { z } from 'zod'
import type { Endpoint } from '../../src/kernel/endpoint.ts'

/** A number from 0 up to, not including, 1. */
export type Chance = () => number

/** Chance from a seed (mulberry32): the same draws for the same seed. */
export function chanceFrom(seed: number): Chance {
  let at = seed >>> 0
  return () => {
    at = (at + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(at ^ (at >>> 15), at | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export const pick = <T>(chance: Chance, from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T

type Schema = {
  type?: string
  format?: string
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  minItems?: number
  maxItems?: number
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
}

/** Ids of things that exist, by the name of the field that asks for one; any of them where the name is not known. */
export type Ids = { of: (field: string) => readonly string[] }

/** A valid input for an endpoint, drawn from its own schema. */
export function drawInput(endpoint: Endpoint, chance: Chance, ids: Ids): Record<string, unknown> {
  const schema = z.toJSONSchema(endpoint.input, { io: 'output', unrepresentable: 'any' }) as Schema
  return draw(schema, '', chance, ids) as Record<string, unknown>
}

const texts = ['Nội dung thử của người lạ', 'kế hoạch', 'a.b-c', '100% \\ _ ; -- ', "'; drop table body; --"]

function draw(schema: Schema, field: string, chance: Chance, ids: Ids): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return pick(chance, schema.enum)
  if (schema.anyOf) return draw(pick(chance, schema.anyOf), field, chance, ids)
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([name]) => schema.required?.includes(name) || chance() < 0.5)
          .map(([name, part]) => [name, draw(part, name, chance, ids)]),
      )
    case 'array': {
      const length = (schema.minItems ?? 0) + Math.floor(chance() * 3)
      return Array.from({ length: Math.min(length, schema.maxItems ?? length) }, () => draw(schema.items ?? {}, field.replace(/s$/, ''), chance, ids))
    }
    case 'string':
      return drawText(schema, field, chance, ids)
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 0, Math.min(schema.maximum ?? 50, Math.floor(chance() * 5)))
    case 'boolean':
      return chance() < 0.5
    case 'null':
      return null
    default:
      return undefined
  }
}

function drawText({ format, minLength = 0, maxLength = 200 }: Schema, field: string, chance: Chance, ids: Ids): string {
  if (format === 'uuid') return pick(chance, ids.of(field))
  if (format === 'date') return pick(chance, ['2013-01-01', '2013-11-14', '2013-11-15', '2013-12-31', '2014-06-01'])
  return pick(chance, texts).padEnd(minLength, 'x').slice(0, maxLength)
}
