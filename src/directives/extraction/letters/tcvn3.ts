/** The letters of TCVN 5712 (ABC), as today's eyes see them, and what they stand for. */
const from = '¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ'
const to = 'ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ'
const letters = new Map([...from].map((letter, i) => [letter, [...to][i] as string]))
/** The tone marks that follow a capital letter: grave, hook, tilde, acute, dot. */
const marks = new Map([
  ['\u00b0', '\u0300'],
  ['\u00b1', '\u0309'],
  ['\u00b2', '\u0303'],
  ['\u00b3', '\u0301'],
  ['\u00b4', '\u0323'],
])
const capital = /[AEIOUYĂÂÊÔƠƯ]/

/** A text in the letters of TCVN3 (ABC, the fonts ".Vn…") in Unicode. */
export function fromTcvn3(text: string): string {
  const out: string[] = []
  let before = ''
  for (const letter of text) {
    const mark = marks.get(letter)
    before = mark !== undefined && capital.test(before) ? mark : (letters.get(letter) ?? letter)
    out.push(before)
  }
  return out.join('').normalize('NFC').split('\n').map(inCapitals).join('\n')
}

const isShouted = (word: string | undefined): boolean => word !== undefined && /^\p{Lu}{2,}$/u.test(word)

/**
 * A line in which capitals are whole. The encoding has no capitals with two marks: «QUYẾT ĐỊNH» is typed as «QUYếT ĐịNH», and only the fonts of headings print it right. A small letter
 * with marks after a capital, in a word without plain small letters, is a capital; so is one in a word beside such words.
 */
function inCapitals(line: string): string {
  if (!/\p{Lu}/u.test(line)) return line
  const isMarked = (word: string) => !/[a-z]/.test(word) && /\p{Ll}/u.test(word)
  const words = line.split(/(\P{L}+)/u).map((word) => (isMarked(word) && /\p{Lu}/u.test(word.slice(1)) ? word.toUpperCase() : word))
  return words
    .map((word, i) => {
      const beside = [words[i - 1]?.trim() === '' ? words[i - 2] : '', words[i + 1]?.trim() === '' ? words[i + 2] : '']
      return isMarked(word) && beside.some(isShouted) && !beside.some((one) => /[a-z]/.test(one ?? '')) ? word.toUpperCase() : word
    })
    .join('')
}
