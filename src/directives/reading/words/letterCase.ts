import { COMPONENTS, HEADS, PLACES } from '../bodies/bodyWords.ts'
import { fold } from './plaintext.ts'
import { matchAt, tokensOf } from './tokens.ts'

/** Whether a line is printed in capitals, brackets aside. */
export const isCapitals = (t: string): boolean => !PLAIN.test(t.slice(0, 80)) && /\p{Lu}/u.test(t) && !/\p{Ll}/u.test(t.replace(ASIDE, ''))
/** A word in small letters before any bracket: told at once, as most lines are. */
const PLAIN = /^[^(]*?(?:^|\s)\p{L}?\p{Ll}+[\s,.;:]/u
/** What keeps its small letters among capitals: a bracket, the number of a document ("1899/QĐ-TTg"), a name like "IoT". */
const ASIDE = /\([^)]{0,40}\)|\S{1,30}\/\S{1,30}|(?<!\p{L})\p{Lu}+\p{Ll}\p{Lu}+(?!\p{L})/gu

const WORD = /[\p{L}\p{M}]+/gu
const PLACE = /^(?:tỉnh|phố|huyện|quận|xã|phường|trấn|khu)$/

/** How a document writes the words of a title elsewhere. Lines in capitals do not count. */
type Usage = {
  /** How often each has a capital, less how often not, first words left out. */
  capitals: Map<string, number>
  /** The word after the one before it: "khóa XI", "Ban Chấp". */
  pairs: Map<string, string>
}

function usageOf(title: string, source: string): Usage {
  const asked = new Set(fold(title).match(WORD))
  const usage: Usage = { capitals: new Map(), pairs: new Map() }
  for (const line of source.slice(0, 100_000).split('\n')) {
    if (isCapitals(line)) continue
    const low = fold(line)
    let end = -1
    let before = ''
    for (const { 0: word, index } of low.matchAll(WORD)) {
      const from = end
      end = index + word.length
      if (!asked.has(word)) {
        before = ''
        continue
      }
      if (from >= 0 && !/[.:;"“()+-]/.test(line.slice(from, index)))
        usage.capitals.set(word, (usage.capitals.get(word) ?? 0) + (line[index] === low[index] ? -1 : 1))
      if (before !== '' && !usage.pairs.has(`${before} ${word}`)) usage.pairs.set(`${before} ${word}`, line.slice(index, end))
      before = word
    }
  }
  return usage
}

/** The document's own spelling of a phrase printed in capitals, or null. */
function spelt(capitals: string, source: string, folded = fold(source.slice(0, 100_000))): string | null {
  const low = fold(capitals)
  const text = source.slice(0, 100_000)
  for (let at = folded.indexOf(low), n = 0; at >= 0 && n < 50; at = folded.indexOf(low, at + 1), n++) {
    const found = text.slice(at, at + low.length)
    if (!isCapitals(found)) return found.charAt(0).toUpperCase() + found.slice(1)
  }
  return null
}

/** A title as it would stand in running text, begun with a capital; printed in capitals, each word as the document writes it there, else as it usually does. */
export function inSentenceCase(capitals: string, source: string): string {
  if (!isCapitals(capitals)) return raised(capitals)
  const own = spelt(capitals, source)
  if (own) return own
  const { capitals: known, pairs: paired } = usageOf(capitals, source)
  let name = false
  let before = ''
  const written = capitals.toLowerCase().replace(WORD, (w, at: number) => {
    if (PLACE.test(before)) name = true
    else if (/^(?:giai|năm|đến|về|và|theo|trong|để|của|cho|từ)$/.test(fold(w))) name = false
    const word = fold(w)
    const pair = paired.get(`${before} ${word}`)
    before = word
    if (pair) return pair
    const after = fold(WORD_AHEAD.exec(capitals.slice(at + w.length))?.[0] ?? '')
    const ahead = paired.get(`${word} ${after}`) !== undefined || ALONE.test(word)
    // "Trung ương" makes no capital of "tập trung": a name is told by the words beside it.
    if (!SYLLABLE.test(bare(w))) return w.toUpperCase()
    const usual = name ? (known.get(word) ?? 1) : ahead ? (known.get(word) ?? 0) : 0
    return usual > 0 ? w.charAt(0).toUpperCase() + w.slice(1) : w
  })
  return raised(written.replace(GATHERING, raised).replace(/[“"«](?=\p{Ll})\p{Ll}/gu, (opening) => opening.toUpperCase()))
}

/** What may be a syllable of Vietnamese, without its marks; anything else in capitals is an abbreviation: "HĐND", "UBND". */
const SYLLABLE = /^(?:ngh?|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?$/
const bare = (word: string): string => word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')

const WORD_AHEAD = /[\p{L}\p{M}]+/u
/** Words that are names without another beside them. */
const ALONE = /^(?:đảng|tết|internet)$/

/** A gathering that is counted is a name. */
const GATHERING = /(?<!\p{L})(?:hội nghị|đại hội|kỳ họp) (?=lần thứ |thứ |toàn quốc |đại biểu )/gu

const raised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** The name of an office printed in capitals as it would stand in running text: one capital for each part of the name, all for a place. */
export function officeInSentenceCase(capitals: string, source: string, folded?: string): string {
  if (!isCapitals(capitals)) return capitals
  const own = spelt(capitals, source, folded)
  if (own) return own
  const tokens = tokensOf(capitals)
  const raised = new Set<number>([0])
  for (let i = 0; i < tokens.length; ) {
    const low = tokens[i]?.low ?? ''
    const two = `${low} ${tokens[i + 1]?.low}`
    const place = / ủy$/.test(two) ? 0 : /^(?:tỉnh|huyện|quận|xã|phường)$/.test(low) ? 1 : /^(?:thành phố|thị xã|thị trấn|đặc khu)$/.test(two) ? 2 : 0
    // A committee may be called after its place without a word between: "TỈNH ỦY QUẢNG NAM".
    if (i > 1 && /^(?:tỉnh|thành|huyện|quận|thị) ủy$/.test(`${tokens[i - 2]?.low} ${tokens[i - 1]?.low}`)) {
      for (let k = i; k < tokens.length; k++) raised.add(k)
      break
    }
    if (place > 0 && tokens[i - 1]?.low !== 'các') {
      for (let j = i + place; j < tokens.length; j++) raised.add(j)
      break
    }
    const component = i > 0 ? matchAt(COMPONENTS, tokens, i) : null
    const head = matchAt(HEADS, tokens, i)
    const part = component && component.length >= (head?.length ?? 0) ? component : head
    if (part || i === tokens.length - 1) raised.add(i)
    i += !part || part.value === 'organ' ? 1 : low === 'văn' ? 2 : low === 'ban' ? 1 : part.length
    // "THANH TRA TỈNH BÌNH PHƯỚC": the kind of place may be within the part.
    if (i > 1 && /^(?:tỉnh|huyện|quận)$/.test(tokens[i - 1]?.low ?? '')) for (let k = i; k < tokens.length; k++) raised.add(k)
  }
  let from = 0
  let out = ''
  tokens.forEach((t, i) => {
    const w = /^(?:UBND|HĐND|MTTQ|BCH|BTV)$/.test(t.text) ? t.text : t.text.toLowerCase()
    out += capitals.slice(from, t.from) + (raised.has(i) ? w.charAt(0).toUpperCase() + w.slice(1) : w)
    from = t.to
  })
  return out
}

/** The bodies of a list printed in capitals, cut where the next begins: "SỞ Y TẾ | VÀ CÁC SỞ | , BAN | , NGÀNH". */
function listed(capitals: string): string[] {
  const tokens = tokensOf(capitals)
  const cuts = tokens.flatMap(({ low, from }, i) => {
    const next = /^(?:,|và)$/.test(low) ? i + (tokens[i + 1]?.low === 'các' ? 2 : 1) : 0
    return next > 0 && (matchAt(HEADS, tokens, next) ?? matchAt(PLACES, tokens, next)) ? [from] : []
  })
  return [0, ...cuts].map((from, i) => capitals.slice(from, cuts[i]))
}

/** "ỦY BAN NHÂN DÂN | CÁC TỈNH, …": places that are not named. */
const OVER_PLACES = /(?<=\p{L} )CÁC (?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN|XÃ|PHƯỜNG|ĐẶC KHU)(?!\p{L}).*$/u

/** How a document would write the bodies that its headings name in capitals, letter for letter: "SỞ Y TẾ" is "Sở Y tế", "CÁC SỞ, NGÀNH" "Các sở, ngành". */
export function spellingOf(source: string): (words: string) => string {
  let folded: string | undefined
  return (words) => {
    // "GVCN" is written so anywhere
    if (!isCapitals(words) || words.length > 400 || /^\p{Lu}{2,6}:?$/u.test(words)) return words
    folded ??= fold(source.slice(0, 100_000))
    const known = folded
    let plural = false
    const spelt = listed(words)
      .map((part) => {
        const [joint = '', name = ''] = [/^(?:, ?)?(?:VÀ )?/.exec(part)?.[0], part.replace(/^(?:, ?)?(?:VÀ )?/, '')]
        const isPlural = /^CÁC /.test(name)
        plural = isPlural || OVER_PLACES.test(name) || (plural && joint.startsWith(',') && isClass(name))
        const [one, places = ''] = [name.replace(OVER_PLACES, ''), OVER_PLACES.exec(name)?.[0].toLowerCase().replace('trung ương', 'Trung ương')]
        const named = plural && isClass(one.replace(/^CÁC /, '')) ? one.toLowerCase() : officeInSentenceCase(one, source, known)
        const office = named + one.slice(named.length) + places
        return joint.toLowerCase() + (joint !== '' && isPlural ? office.charAt(0).toLowerCase() + office.slice(1) : office)
      })
      .join('')
    return spelt.length === words.length ? raised(spelt) : words
  }
}

/** "SỞ", "ĐOÀN THỂ TỈNH", "PHƯỜNG": a class, and no name. */
function isClass(name: string): boolean {
  const tokens = tokensOf(name)
  let i = 0
  while (i < tokens.length) {
    const part = matchAt(HEADS, tokens, i) ?? matchAt(PLACES, tokens, i)
    if (!part) break
    i += part.length
  }
  return i > 0 && i === tokens.length
}
