import { childOf, childrenOf, type Element, switched, valueIn, walk } from './xml.ts'

/** What a style, or a run itself, says of how words look; undefined where it says nothing. */
export type Look = { font: string | undefined; isCapitals: boolean | undefined; isHidden: boolean | undefined }

export type Style = {
  basedOn: string | undefined
  name: string
  look: Look
  numberId: string | undefined
  level: number | undefined
  hasBorders: boolean
}
export type Styles = { byId: Map<string, Style>; standard: { paragraph: string | undefined }; look: Look }

const nothing: Look = { font: undefined, isCapitals: undefined, isHidden: undefined }

/** What the properties of a run say of its look. */
export function lookOf(properties: Element | undefined): Look {
  if (!properties) return nothing
  const fonts = childOf(properties, 'w:rFonts')?.attributes
  return {
    font: fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'],
    isCapitals: switched(properties, 'w:caps'),
    isHidden: switched(properties, 'w:vanish'),
  }
}

/** The styles of a docx; none where it has no such part. */
export function stylesOf(part: Buffer | undefined): Styles {
  const styles: Styles = { byId: new Map(), standard: { paragraph: undefined }, look: nothing }
  if (!part) return styles
  walk(part, 'w:styles', (element) => {
    if (element.name === 'w:docDefaults') styles.look = lookOf(childOf(childOf(element, 'w:rPrDefault'), 'w:rPr'))
    const id = element.attributes['w:styleId']
    if (element.name !== 'w:style' || !id) return
    const numbering = childOf(childOf(element, 'w:pPr'), 'w:numPr')
    const level = valueIn(numbering, 'w:ilvl')
    styles.byId.set(id, {
      basedOn: valueIn(element, 'w:basedOn'),
      name: valueIn(element, 'w:name') ?? '',
      look: lookOf(childOf(element, 'w:rPr')),
      numberId: valueIn(numbering, 'w:numId'),
      level: level === undefined ? undefined : Number(level),
      hasBorders: hasBorders(childOf(childOf(element, 'w:tblPr'), 'w:tblBorders')),
    })
    if (element.attributes['w:type'] === 'paragraph' && /^(?:1|true|on)$/.test(element.attributes['w:default'] ?? '')) styles.standard.paragraph = id
  })
  return styles
}

/** A style and those it is based on, from the nearest on. */
export function chainOf({ byId }: Styles, id: string | undefined): Style[] {
  const chain: Style[] = []
  for (let at = id === undefined ? undefined : byId.get(id); at && chain.length < 20; at = at.basedOn ? byId.get(at.basedOn) : undefined)
    chain.push(at)
  return chain
}

/** The look of words under several looks, the nearest first. */
export const lookUnder = (looks: readonly Look[]): Look => ({
  font: looks.find(({ font }) => font !== undefined)?.font,
  isCapitals: looks.find(({ isCapitals }) => isCapitals !== undefined)?.isCapitals,
  isHidden: looks.find(({ isHidden }) => isHidden !== undefined)?.isHidden,
})

/** Whether any side of a table or cell is drawn. */
export const hasBorders = (borders: Element | undefined): boolean =>
  childrenOf(borders).some(({ attributes }) => !/^(?:nil|none)$/.test(attributes['w:val'] ?? 'none'))
