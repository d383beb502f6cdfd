import { cloneElement, createElement, Fragment, isValidElement, type ReactNode } from 'react'

/** Days, moments and the numbers of documents: 15-11-2013 09:30, 64-KL/TW, 12/2013/QH13. */
const unbreakable = /(\d{1,2}-\d{1,2}-\d{4}(?: \d\d:\d\d)?|\d+(?:\/\d{4})?[-/]\p{Lu}[\p{Lu}\d]*(?:[-/][\p{Lu}\d]+)*)/u

/** The same words, with days and document numbers that never break across lines; also inside plain elements, while a component sees to its own. */
export function whole(words: ReactNode): ReactNode {
  if (Array.isArray(words)) return words.map(whole)
  if (isValidElement<{ children?: ReactNode }>(words) && (typeof words.type === 'string' || words.type === Fragment)) {
    const { children } = words.props
    if (children === undefined) return words
    return Array.isArray(children) ? cloneElement(words, undefined, ...children.map(whole)) : cloneElement(words, undefined, whole(children))
  }
  if (typeof words !== 'string') return words
  const parts = words.split(unbreakable)
  if (parts.length === 1) return words
  return parts.map((part, at) =>
    at % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name
      <span key={at} className="unbroken">
        {part}
      </span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other name
      <Fragment key={at}>{part}</Fragment>
    ),
  )
}

/** The same for what a component is given to hold. */
export const Whole = ({ children }: { children: ReactNode }) => whole(createElement(Fragment, null, children))
