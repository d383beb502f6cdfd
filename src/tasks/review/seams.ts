/** Where a task is likely to fall into two: after a semicolon or a sentence, before «đồng thời» or another order. */
export const seamsOf = (text: string): number[] =>
  [...text.matchAll(/;\s+|\.\s+(?=\p{Lu})|,?\s+(?=đồng thời\s)|,\s+(?=(?:tham mưu|đề xuất|chỉ đạo|xây dựng|ban hành|báo cáo)\s)/gu)]
    .map((match) => match.index + match[0].length)
    .filter((at) => at > 3 && at < text.length - 3)

const wordsIn = (text: string): string[] => text.split(/\s+/).filter(Boolean)

/** True where both sides of a place could be an order of their own: a click that only opened the card may have left the caret anywhere. */
export const couldSplit = (text: string, at: number): boolean => [text.slice(0, at), text.slice(at)].every((half) => wordsIn(half).length >= 3)

/** The last whole words before a place, to know it by. */
export const wordsBefore = (text: string, at: number): string => wordsIn(text.slice(0, at)).slice(-4).join(' ')
