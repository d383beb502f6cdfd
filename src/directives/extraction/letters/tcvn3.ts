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
  let out = ''
  for (const letter of text) {
    const mark = marks.get(letter)
    out += mark !== undefined && capital.test(out.at(-1) ?? '') ? mark : (letters.get(letter) ?? letter)
  }
  return out.normalize('NFC')
}
