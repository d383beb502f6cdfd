/** Where a task is likely to fall into two: after a semicolon or a sentence, before «đồng thời» or another order. */
export const seamsOf = (text: string): number[] =>
  [...text.matchAll(/;\s+|\.\s+(?=\p{Lu})|,?\s+(?=đồng thời\s)|,\s+(?=(?:tham mưu|đề xuất|chỉ đạo|xây dựng|ban hành|báo cáo)\s)/gu)]
    .map((match) => match.index + match[0].length)
    .filter((at) => at > 3 && at < text.length - 3)
