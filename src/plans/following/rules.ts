/** What became of an obligation by a change of its directive: `newId` is the one that carries it on. */
export type Changed = {
  oldId: string
  newId: string | null
  address: string
  text: string
  textDiffers: boolean
  productDiffers: boolean
  from: string | null
  to: string | null
}

/** What of an obligation has changed; nothing where it ended, or was laid anew as it was. */
export const whatChanged = ({ newId, textDiffers, productDiffers, from, to }: Changed): ('text' | 'product' | 'due')[] =>
  newId === null
    ? []
    : [...(textDiffers ? (['text'] as const) : []), ...(productDiffers ? (['product'] as const) : []), ...(from === to ? [] : (['due'] as const))]
