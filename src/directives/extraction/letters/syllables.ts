/** The rimes of Vietnamese, without tone. */
const rimes = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
  i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu o oc oi om on ong op ot oong ooc oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet
  ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uôc uôi uôm uôn uông uôt uơ uy uya uych uynh uyt uyu uyên uyêt uyp
  ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu`.split(/\s+/),
)
/** The rimes after "qu", written with the "u". */
const afterQu = new Set(
  'a ac ach ai an ang anh ao at au ay ăc ăm ăn ăng ăp ăt ân âng ât ây e en eo et ê ên êt êu it i in inh ich y yên yêt ynh yt ơ ôc ôc ôt eng ynh ych'.split(
    ' ',
  ),
)
const onset = /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])/u

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g
const acute = '\u0301'
const dot = '\u0323'

/** Whether a word is a possible Vietnamese syllable: a known beginning, a known rime, one tone at most, and before a closing c, ch, p or t only the two tones that go with it. */
export function isSyllable(word: string): boolean {
  if (word.length > 12) return false
  const parts = word.toLowerCase().normalize('NFD')
  const marks = parts.match(tones) ?? []
  if (marks.length > 1) return false
  const bare = parts.replace(tones, '').normalize('NFC')
  const stops = /(?:[cpt]|ch)$/.test(bare)
  if (stops && bare.length > 1 && marks[0] !== acute && marks[0] !== dot) return false
  const head = onset.exec(bare)?.[0] ?? ''
  const rest = bare.slice(head.length)
  if (head === 'qu') return afterQu.has(rest)
  if (rimes.has(rest)) return true
  // "gì", "giêng", "giếng": the "i" stands for itself too.
  return head === 'gi' && (rest === '' || rimes.has(`i${rest}`))
}

/** Words, as runs of letters and marks; the letters of old encodings, which may be signs today, count as letters. */
const words = /(?:[A-Za-z\u00a1-\u024f\u1e00-\u1eff]|\p{M})+/gu
const plainLetters = /^[A-Za-z]*$/

export type Tally = { known: number; all: number }

/** How many of the words with letters beyond A–Z are possible Vietnamese syllables. */
export function tallyOf(text: string): Tally {
  let known = 0
  let all = 0
  for (const [word] of text.matchAll(words)) {
    if (plainLetters.test(word)) continue
    all++
    if (isSyllable(word)) known++
  }
  return { known, all }
}

export const shareOf = ({ known, all }: Tally): number => (all === 0 ? 0 : known / all)
