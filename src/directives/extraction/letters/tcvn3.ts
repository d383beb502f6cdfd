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
  return out.join('').normalize('NFC')
}
