type Named = { kind: string; number: string | null; title: string }

/** A directive by its kind and number, as officials cite it: «Kế hoạch số 45-KH/TU»; without a number by its kind alone. */
export const citationOf = ({ kind, number }: Omit<Named, 'title'>): string => (number ? `${kind} số ${number}` : kind)

/** A directive in full: «Kế hoạch số 45-KH/TU thực hiện Kết luận …». */
export const fullNameOf = (directive: Named): string => `${citationOf(directive)} ${continued(directive.title)}`

/** A title as it goes on in a sentence: its first word in small letters, unless a name begins there. */
const continued = (title: string): string => (/^\p{Lu}\p{Ll}*\s+\p{Ll}/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title)

const joins = /^(?:về|v\/v|của|thực hiện|triển khai|thi hành|hướng dẫn|ban hành|phê duyệt|quy định|sửa đổi|bổ sung|sơ kết|tổng kết)(?!\p{L})/iu

/** A title as it goes on behind the citation of its document: joined by «về» unless it begins with a word that joins it by itself. */
export const aboutOf = (title: string): string => (title === '' || joins.test(title) ? continued(title) : `về ${continued(title)}`)

/** The beginning of a text, cut after a whole word and marked as cut where it has more letters than so many; a quotation it is cut in is closed. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  const kept = text.slice(0, most)
  const end = kept.lastIndexOf(' ')
  const cut = kept.slice(0, end > most / 2 ? end : most).replace(/[\s,;:.–(“«-]+$/u, '')
  return `${cut}…${['“”', '«»'].map(([opens, closes]) => (cut.lastIndexOf(opens as string) > cut.lastIndexOf(closes as string) ? closes : '')).join('')}`
}
