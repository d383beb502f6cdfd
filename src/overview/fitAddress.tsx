import { useEffect } from 'react'
import type { z } from 'zod'
import { useAddress, useRawAddress } from '../ui/address.ts'

/** The page's part of the address, typed; what does not fit is dropped from the address too, so that no filter shows a value that is not in force. */
export function useFitAddress<S extends z.ZodObject>(schema: S): z.output<S> {
  const [values] = useAddress(schema)
  const [raw, change] = useRawAddress()
  const unfit = Object.keys(schema.shape)
    .filter((name) => raw[name] !== undefined && (values as Record<string, unknown>)[name] === undefined)
    .join()
  useEffect(() => {
    if (unfit) change(Object.fromEntries(unfit.split(',').map((name) => [name, undefined])))
  }, [unfit, change])
  return values
}
