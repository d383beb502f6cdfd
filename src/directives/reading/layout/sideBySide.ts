import type { Line } from './lines.ts'

const LEFT = /^(?:Số\s?:|Nơi nhận|[-–] )/u
const RIGHT =
  /^(?:CỘNG H|ĐẢNG CỘNG|Độc lập|\p{Lu}[\p{L}. ]{1,30}, ngày|T\/?M\.? |K\/?T\.? |T\/?L\.? |CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|THỦ TƯỚNG|BÍ THƯ|PHÓ |CHÁNH )/u
const PERSON = /^(?:\p{Lu}\p{Ll}+ ){1,4}\p{Lu}\p{Ll}+$/u

/** A letterhead whose two columns came out with one space between them: "Số 09-CT/HU Sơn Hải, ngày 20 tháng 02 năm 2014". */
const CLOSE =
  /^((?:Số\s?:?\s?[\d.…]{0,8}[-/]\S{2,30}|[\p{Lu}\s]{6,60}\p{Lu})) (?:CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập - Tự do - Hạnh phúc|\p{Lu}[\p{L}. ]{1,30}, ngày .{0,4} tháng .{0,4} năm \d{4})$/u

/** Two columns of a letterhead or a signature, kept apart by spaces on one line, are lines of their own. */
export function sideBySide(line: Line): Line[] {
  if (line.text.length > 200) return [line]
  const wide = line.text.search(/\S(?: {4,}| *\t[\t ]*)\S/)
  const close = wide < 0 ? (CLOSE.exec(line.text)?.[1]?.length ?? 0) - 1 : wide
  const gap = Math.max(wide, close)
  if (gap < 0) return [line]
  const left = line.text.slice(0, gap + 1)
  const right = line.text.slice(gap + 1).trimStart()
  if (!RIGHT.test(right) && !(LEFT.test(left) && PERSON.test(right))) return [line]
  const at = line.to - right.length
  return [
    { ...line, to: line.from + left.length, text: left, gapAfter: true },
    { ...line, from: at, text: right, gapBefore: true },
  ]
}
