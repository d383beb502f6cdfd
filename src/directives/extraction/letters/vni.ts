const grave = '\u0300'
const acute = '\u0301'
const hook = '\u0309'
const tilde = '\u0303'
const dot = '\u0323'
const circumflex = '\u0302'
const breve = '\u0306'

/** What follows a vowel in VNI, and the marks it puts on it. */
const following = new Map([
  ['ù', acute],
  ['ø', grave],
  ['û', hook],
  ['õ', tilde],
  ['ï', dot],
  ['â', circumflex],
  ['á', circumflex + acute],
  ['à', circumflex + grave],
  ['å', circumflex + hook],
  ['ã', circumflex + tilde],
  ['ä', circumflex + dot],
  ['ê', breve],
  ['é', breve + acute],
  ['è', breve + grave],
  ['ú', breve + hook],
  ['ü', breve + tilde],
  ['ë', breve + dot],
])
/** Letters that stand for themselves. */
const alone = new Map([
  ['ñ', 'đ'],
  ['ô', 'ơ'],
  ['ö', 'ư'],
  ['í', 'í'],
  ['ì', 'ì'],
  ['æ', 'ỉ'],
  ['ó', 'ĩ'],
  ['ò', 'ị'],
  ['î', 'ỵ'],
])
const takesCircumflex = /[aeo]/
const takesBreve = /a/
const takesTone = /[aeiouyơư]/

/** A text in the letters of VNI (the fonts "VNI-…"), in which a vowel and its marks are two signs, in Unicode. */
export function fromVni(text: string): string {
  const out: string[] = []
  let base = ''
  for (const letter of text) {
    const low = letter.toLowerCase()
    const marks = following.get(low)
    const fits = marks?.startsWith(circumflex) ? takesCircumflex : marks?.startsWith(breve) ? takesBreve : takesTone
    if (marks !== undefined && fits.test(base)) {
      out.push(marks)
      base = ''
    } else {
      base = alone.get(low) ?? low
      out.push(letter === low ? base : base.toUpperCase())
    }
  }
  return out.join('').normalize('NFC')
}
