/** Each letter of today's alphabet in the letters of TCVN3, as the fonts ".Vn…" had it; capitals with a tone are printed by a font of capitals. */
const tcvn3 = Object.entries({
  ă: '¨',
  â: '©',
  ê: 'ª',
  ô: '«',
  ơ: '¬',
  ư: '\u00ad',
  đ: '®',
  Ă: '¡',
  Â: '¢',
  Ê: '£',
  Ô: '¤',
  Ơ: '¥',
  Ư: '¦',
  Đ: '§',
  à: 'µ',
  ả: '¶',
  ã: '·',
  á: '¸',
  ạ: '¹',
  ằ: '»',
  ẳ: '¼',
  ẵ: '½',
  ắ: '¾',
  ặ: 'Æ',
  ầ: 'Ç',
  ẩ: 'È',
  ẫ: 'É',
  ấ: 'Ê',
  ậ: 'Ë',
  è: 'Ì',
  ẻ: 'Î',
  ẽ: 'Ï',
  é: 'Ð',
  ẹ: 'Ñ',
  ề: 'Ò',
  ể: 'Ó',
  ễ: 'Ô',
  ế: 'Õ',
  ệ: 'Ö',
  ì: '×',
  ỉ: 'Ø',
  ĩ: 'Ü',
  í: 'Ý',
  ị: 'Þ',
  ò: 'ß',
  ỏ: 'á',
  õ: 'â',
  ó: 'ã',
  ọ: 'ä',
  ồ: 'å',
  ổ: 'æ',
  ỗ: 'ç',
  ố: 'è',
  ộ: 'é',
  ờ: 'ê',
  ở: 'ë',
  ỡ: 'ì',
  ớ: 'í',
  ợ: 'î',
  ù: 'ï',
  ủ: 'ñ',
  ũ: 'ò',
  ú: 'ó',
  ụ: 'ô',
  ừ: 'õ',
  ử: 'ö',
  ữ: '÷',
  ứ: 'ø',
  ự: 'ù',
  ỳ: 'ú',
  ỷ: 'û',
  ỹ: 'ü',
  ý: 'ý',
  ỵ: 'þ',
})
const toTcvn3 = new Map(tcvn3)

/** Small letters in TCVN3; a capital with a tone becomes a small one, as it was typed for a font of capitals. */
export const inTcvn3 = (text: string): string =>
  [...text.normalize('NFC')].map((letter) => toTcvn3.get(letter) ?? toTcvn3.get(letter.toLowerCase()) ?? letter).join('')

const circumflex = new Map([
  ['', 'â'],
  ['\u0301', 'á'],
  ['\u0300', 'à'],
  ['\u0309', 'å'],
  ['\u0303', 'ã'],
  ['\u0323', 'ä'],
])
const breve = new Map([
  ['', 'ê'],
  ['\u0301', 'é'],
  ['\u0300', 'è'],
  ['\u0309', 'ú'],
  ['\u0303', 'ü'],
  ['\u0323', 'ë'],
])
const tone = new Map([
  ['', ''],
  ['\u0301', 'ù'],
  ['\u0300', 'ø'],
  ['\u0309', 'û'],
  ['\u0303', 'õ'],
  ['\u0323', 'ï'],
])
const own = new Map([
  ['í', 'í'],
  ['ì', 'ì'],
  ['ỉ', 'æ'],
  ['ĩ', 'ó'],
  ['ị', 'ò'],
  ['ỵ', 'î'],
  ['đ', 'ñ'],
])

/** A text in the letters of VNI, as the fonts "VNI-…" had it: a vowel, and behind it one sign for all its marks. */
export function inVni(text: string): string {
  return [...text.normalize('NFC')]
    .map((letter) => {
      const low = letter.toLowerCase()
      const cased = (sign: string) => (letter === low ? sign : sign.toUpperCase())
      const single = own.get(low)
      if (single) return cased(single)
      const parts = low.normalize('NFD')
      const mark = /[\u0300\u0301\u0303\u0309\u0323]/.exec(parts)?.[0] ?? ''
      const base = parts.charAt(0)
      if (parts.includes('\u0302')) return cased(base + circumflex.get(mark))
      if (parts.includes('\u0306')) return cased(base + breve.get(mark))
      if (parts.includes('\u031b')) return cased((base === 'o' ? 'ô' : 'ö') + tone.get(mark))
      return mark ? cased(base + tone.get(mark)) : letter
    })
    .join('')
}

/** The bytes of a text whose letters are all signs of Western Europe. */
export const bytesOf = (text: string): Buffer => Buffer.from(text, 'latin1')
