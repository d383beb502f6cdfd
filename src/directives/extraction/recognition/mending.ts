import { isSyllable } from '../letters/syllables.ts'

const hooked = /[ƠƯỞỜỚỢỠỪỨỬỮỰ]/u

/**
 * Words of one printed line, parted where two were run together («Thờihạn»), with the letters mended that the engine takes for capitals in small print: «phƯƠng», «Nam SƠn», «SỞ Nội vụ». A hooked capital in a word with
 * small letters, or in a word of two letters before one that has some, is a small one.
 */
export function mended(words: readonly string[]): string[] {
  return standing(counted(smaller(words)).map(parted))
}

/** What stands in capitals at the head of a document, and what it is of: told by its letters, whatever marks the engine sees on them. */
const lines = [
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  'ĐẢNG CỘNG SẢN VIỆT NAM',
  'BAN CHẤP HÀNH TRUNG ƯƠNG',
  'THỦ TƯỚNG CHÍNH PHỦ',
  'VĂN PHÒNG CHÍNH PHỦ',
  'CHÍNH PHỦ',
  'BỘ CHÍNH TRỊ',
  'BAN BÍ THƯ',
  'ỦY BAN NHÂN DÂN',
  'HỘI ĐỒNG NHÂN DÂN',
  'ỦY BAN THƯỜNG VỤ QUỐC HỘI',
  'CÔNG ĐIỆN',
  'KẾ HOẠCH',
  'CHỈ THỊ',
  'NGHỊ QUYẾT',
  'QUYẾT ĐỊNH',
  'THÔNG BÁO',
  'KẾT LUẬN',
  'CHƯƠNG TRÌNH',
  'HƯỚNG DẪN',
  'NHIỆM VỤ',
  'TỔ CHỨC THỰC HIỆN',
].map((line) => line.split(' '))

const bare = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('Đ', 'D')

/** A line in capitals that begins with what stands at the head of documents, spelled as that is: «CỘNG ĐIỆN», «THỦ TƯỚNG CHÍNH PHÚ». */
function standing(words: readonly string[]): string[] {
  if (words.some((word) => /\p{Ll}/u.test(word))) return [...words]
  const at = /^[IVX]+\.$/.test(words[0] ?? '') ? 1 : 0
  const known = lines.find((line) => line.every((word, i) => bare(word) === bare(words[at + i] ?? '')))
  return known ? [...words.slice(0, at), ...known, ...words.slice(at + known.length)] : [...words]
}

function smaller(words: readonly string[]): string[] {
  const hasSmall = (word: string | undefined): boolean => word !== undefined && /\p{Ll}/u.test(word)
  return words.map((word, i) => {
    const isAlone = /^\p{Lu}{2}[,.;:)]*$/u.test(word) && hasSmall(words[i + 1]) && !/^\p{Lu}{2,}$/u.test(words[i - 1] ?? '')
    if (!hooked.test(word.slice(1)) || !(hasSmall(word) || isAlone)) return word
    return word.charAt(0) + word.slice(1).replace(new RegExp(hooked, 'gu'), (letter) => letter.toLowerCase())
  })
}

/** Roman numbers, of which the engine makes an H: «H. NHIỆM VỤ», «Quý 1H/2025». */
const counted = (words: readonly string[]): string[] =>
  words.map((word, i) => {
    const heads = i === 0 && words.length > 1 && words.slice(1).every((one) => !/\p{Ll}/u.test(one))
    if (heads && /^(?:H|HI|IH|1H)\.$/.test(word)) return word === 'H.' ? 'II.' : 'III.'
    return /^quý$/iu.test(words[i - 1] ?? '') ? word.replace(/^(?:1H|IH|HI)(?=[-/])/, 'III').replace(/^H(?=[-/])/, 'II') : word
  })

/** A word that is no syllable, but two or three of them without a blank; left as it is where there are several ways to part it, and where no marks show that it is Vietnamese. */
function parted(word: string): string {
  const [, before = '', letters = '', after = ''] = /^([("“]*)(\p{L}{4,})([).,;:”"]*)$/u.exec(word) ?? []
  if (letters === '' || isSyllable(letters) || /^\p{Lu}+$/u.test(letters) || !/[^a-z]/i.test(letters)) return word
  const ways = waysToPart(letters, 3)
  return ways.length === 1 ? `${before}${(ways[0] as string[]).join(' ')}${after}` : word
}

function waysToPart(letters: string, most: number): string[][] {
  const whole = letters.length > 1 && isSyllable(letters) ? [[letters]] : []
  if (most === 1) return whole
  const parts = Array.from({ length: Math.max(0, letters.length - 3) }, (_, i) => i + 2).filter((at) => isSyllable(letters.slice(0, at)))
  return [...whole, ...parts.flatMap((at) => waysToPart(letters.slice(at), most - 1).map((rest) => [letters.slice(0, at), ...rest]))]
}
