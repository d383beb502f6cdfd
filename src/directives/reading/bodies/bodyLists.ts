import { isDashed, matchAt, type Token, tokensOf } from '../words/tokens.ts'
import { ACTS } from '../words/verbs.ts'
import { type Body, bodyAt, named, nameOf } from './bodies.ts'
import { AUTHORITY, CLOSERS, DETERMINERS, FIELDS, HEADS, PLACED, PLACES, SHARED } from './bodyWords.ts'
import { narrowsAt } from './narrowing.ts'
import { asOnePerson, eachOf, secondPost } from './people.ts'
import { properEnd } from './properNames.ts'

export type BodyList = { bodies: Body[]; end: number }

const LIMIT = 80

/** After a bracket that follows a name, the place where the sentence goes on. */
export function pastBracket(tokens: readonly Token[], i: number): number {
  if (tokens[i]?.text !== '(') return i
  for (let j = i + 1; j < tokens.length && j - i < 60; j++) if (tokens[j]?.text === ')') return j + 1
  return i
}

/** "sở", "ban", "ngành" */
const isShortClass = (tokens: readonly Token[], i: number): boolean => {
  const head = matchAt(HEADS, tokens, i)
  return head?.value === 'class' && head.length === 1 && tokens[i]?.capital === false
}

function separated(tokens: readonly Token[], i: number, semicolons: boolean): number {
  const t = tokens[i]?.low
  if (t === ',' || (t === ';' && semicolons)) {
    const and = tokens[i + 1]?.low
    return and === 'và' || and === 'cùng' ? (tokens[i + 2]?.low === 'với' ? i + 3 : i + 2) : i + 1
  }
  if (isDashed(tokens, i) && isShortClass(tokens, i - 1) && isShortClass(tokens, i + 1)) return i + 1
  // "Đảng ủy - UBND các xã"
  if (/^[-–]$/.test(t ?? '') && matchAt(AUTHORITY, tokens, i + 1)) return i + 1
  if (t === 'và' || t === 'hoặc' || t === '&' || t === '/') return tokens[i + 1]?.low === '/' && tokens[i + 2]?.low === 'hoặc' ? i + 3 : i + 1
  if (t === 'cùng') return tokens[i + 1]?.low === 'với' ? i + 2 : i + 1
  return i
}

/** One name behind a shared head: a field, a run of capitals, or a whole body under "Đảng ủy" and the like. */
function sharedItem(tokens: readonly Token[], i: number, nests: boolean): number {
  // "UBND các phường: Ba Đình, Cửa Nam"
  if (matchAt(DETERMINERS, tokens, i) && !(tokens[i]?.capital && tokens[i + 1]?.capital)) return i
  const field = matchAt(FIELDS, tokens, i)
  if (field && tokens[i]?.capital) {
    // "Tài chính, Kế hoạch và Đầu tư": a comma within a field parts two where a longer one begins behind it
    const comma = tokens.findIndex(({ text }, k) => k > i && k < i + field.length && text === ',')
    const next = comma > 0 && tokens[comma + 1]?.capital ? matchAt(FIELDS, tokens, comma + 1) : null
    const end = next && comma + 1 + next.length > i + field.length ? comma : i + field.length
    return /^[-–]$/.test(tokens[end]?.text ?? '') && tokens[end + 1]?.capital ? properEnd(tokens, i, true, false) : end
  }
  const head = matchAt(HEADS, tokens, i)
  if (head?.value === 'title') return i
  if (head && head.value !== 'not' && head.value !== 'weak' && tokens[i]?.capital) {
    if (!nests && /^(?:bộ|sở|ubnd|ủy|cục|hội|ban|tập|các|văn|đảng)$/.test(tokens[i]?.low ?? '')) return i
    return bodyAt(tokens, i, true)?.end ?? i
  }
  return tokens[i]?.capital ? properEnd(tokens, i, true, false) : i
}

/** "các Cục: Bản quyền tác giả; Du lịch Quốc gia Việt Nam": behind a colon a name goes on in small letters up to its separator. */
function wholeItem(tokens: readonly Token[], i: number, stop: number, colon: boolean): number {
  if (!colon || !tokens[i]?.capital || (stop === i && (matchAt(HEADS, tokens, i) || matchAt(DETERMINERS, tokens, i)))) return stop
  let j = Math.max(stop, i + 1)
  while (j - i < 8 && tokens[j]?.word && !tokens[j]?.capital && !/^(?:và|có|để|về|theo)$/.test(tokens[j]?.low ?? '') && !matchAt(ACTS, tokens, j)) j++
  // "Chính sách thương mại Đa biên": capitals within one item
  if (tokens[j]?.capital && j > stop && !matchAt(HEADS, tokens, j)) j = properEnd(tokens, j, true, false)
  return /^[,;):]$/.test(tokens[j]?.text ?? ';') ? j : stop
}

/** Where names parted by semicolons behind a colon end, by where each begins: "các Cục: Xuất bản, In và Phát hành; Báo chí; …". */
function partedAt(tokens: readonly Token[], i: number): Map<number, number> {
  const items = new Map<number, number>()
  for (let from = i; tokens[from]?.capital && !matchAt(HEADS, tokens, from); ) {
    let to = from
    while (
      to - from < 12 &&
      tokens[to] &&
      !/^[.;:()|]$/.test(tokens[to]?.text ?? '') &&
      (tokens[to]?.capital || matchAt(ACTS, tokens, to)?.value !== 'verb')
    )
      to++
    items.set(from, to)
    if (tokens[to]?.text !== ';') break
    from = to + 1
  }
  return items.size > 2 ? items : new Map()
}

/** The words that several names share, and where they end; "UBND 04 xã: Ia Pia, Ia Ga …" without the count. */
function sharedHead(tokens: readonly Token[], start: number): { words: readonly Token[]; end: number; counted: boolean } | null {
  const m = matchAt(SHARED, tokens, start)
  const at = start + (matchAt(AUTHORITY, tokens, start)?.length ?? 0)
  const counted = at > start && tokens[at]?.number && (tokens[at]?.text.length ?? 9) < 4 ? matchAt(PLACES, tokens, at + 1) : null
  if (counted) {
    const end = at + 1 + counted.length
    return { words: [...tokens.slice(start, at), ...tokens.slice(at + 1, end)], end, counted: true }
  }
  return m && { words: tokens.slice(start, start + m.length), end: start + m.length, counted: false }
}

/** "các Bộ: Công Thương, Ngoại giao" and "các Sở Tài chính, Nội vụ": the head goes to each name. */
function sharedAt(text: string, tokens: readonly Token[], i: number): BodyList | null {
  const d = matchAt(DETERMINERS, tokens, i)
  const start = i + (d?.length ?? 0)
  const head = sharedHead(tokens, start)
  if (!head) return null
  let j = head.end
  // "các Bộ, cơ quan: Tài chính, Xây dựng …"
  const beside =
    d && tokens[j]?.low === ',' ? /^(?:cơ quan|ngành)/.exec(`${tokens[j + 1]?.low} ${tokens[j + 2]?.low}`)?.[0].split(' ').length : undefined
  if (beside && tokens[j + 1 + beside]?.low === ':') j += 1 + beside
  const colon = tokens[j]?.low === ':'
  const place = head.counted || matchAt(PLACED, tokens, start) !== null
  if (colon) j++
  else if (!(d || place) || !tokens[j]?.capital) return null
  const nests = /^(?:đảng|ban|giám|bộ)$/.test(head.words[0]?.low ?? '') && head.words.length > 1
  const printed = head.words
    .filter((t) => t.low !== 'các')
    .map((t) => t.text)
    .join(' ')
    .replace(' / ', '/')
  const capital = printed.charAt(0).toUpperCase() + printed.slice(1)
  const bodies: Body[] = []
  let end = j
  const parted = colon ? partedAt(tokens, j) : null
  while (bodies.length < LIMIT) {
    const stop =
      parted?.get(j) ??
      (place && (matchAt(HEADS, tokens, j) || matchAt(ACTS, tokens, j)) ? j : wholeItem(tokens, j, sharedItem(tokens, j, nests), colon))
    if (stop === j) break
    const from = (tokens[j] as Token).from
    const to = (tokens[stop - 1] as Token).to
    // "Các Viện Vệ sinh dịch tễ, Viện Pasteur", "Các Tập đoàn: …, Tổng công ty …": a name may bring its own head.
    const isWhole =
      head.words.at(-1)?.low === tokens[j]?.low || (/^(?:tổng|ngân)$/.test(tokens[j]?.low ?? '') && matchAt(HEADS, tokens, j)?.value === 'class')
    bodies.push({
      name: nameOf(isWhole ? text.slice(from, to) : `${capital} ${text.slice(from, to)}`),
      from,
      to,
      start: j,
      end: stop,
      determined: false,
      title: false,
      general: false,
      closed: false,
    })
    end = pastBracket(tokens, stop)
    const next = separated(tokens, end, colon)
    if (next === end) break
    j = next
  }
  if (bodies.length === 0 || ((!colon || beside) && bodies.length < 2)) return null
  if (bodies.length === 1) (bodies[0] as Body).from = (tokens[start] as Token).from
  return { bodies, end }
}

/** Words of general use, of which a run is closed by one "liên quan". */
const NOBODY =
  /^(?:cơ quan|đơn vị|tổ chức|cá nhân|địa phương|bộ|ngành|sở|ban|vụ|cục|phòng|đoàn thể|hội|hiệp hội|doanh nghiệp|lực lượng|cơ sở|cấp|tập thể|viện|trường|trung tâm|chủ đầu tư|nhà thầu|hợp tác xã|hộ|thành phần|đối tượng)(?!\p{L})/iu

/** Whether the last of some bodies are two general words with nothing but a comma between them: not "sở, ban, ngành". */
function isRun(text: string, bodies: readonly Body[]): boolean {
  const [first, second] = bodies.slice(-2)
  return (
    bodies.at(-3)?.general !== true &&
    first?.general === true &&
    second?.general === true &&
    !second.determined &&
    text.slice(first.to, second.from) === ', '
  )
}

/** Joins a run of general words closed by "liên quan" into the one name it is: "cơ quan, đơn vị liên quan". */
function joined(text: string, bodies: Body[]): Body[] {
  const out: Body[] = []
  for (const body of bodies) {
    let whole = body
    // "các Bộ, ngành và các địa phương liên quan": several general words, and one more of them
    const several = body.determined && /^,? và (?:các )?$/.test(text.slice(out.at(-1)?.to, body.from)) && isRun(text, out)
    const alone = body.closed && !body.title && (!body.determined || several) && NOBODY.test(text.slice(body.from, body.to))
    while (alone && out.length > 0) {
      const before = out[out.length - 1] as Body
      if (!before.general || before.closed || /[;(]/.test(text.slice(before.to, whole.from))) break
      whole = { ...whole, from: before.from, start: before.start, determined: before.determined }
      out.pop()
      if (before.determined) break
    }
    const one = named(text, whole)
    // "… thành phố Hải Phòng và tỉnh Quảng Ninh"
    const head = /^(?:tỉnh|thành phố|xã|phường) \p{Lu}/u.test(one.name) ? OVER_PLACE.exec(out[out.length - 1]?.name ?? '')?.[1] : undefined
    out.push(...perPlace(text, head ? { ...one, name: `${head} ${one.name}` } : one))
  }
  return out
}

const OVER_PLACE =
  /^((?:Chủ tịch |Thường trực )?(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Hội đồng nhân dân|HĐND)) (?=(?:[Tt]ỉnh|[Tt]hành phố|[Xx]ã|[Pp]hường|[Hh]uyện) \p{Lu})/u

/** "Ủy ban nhân dân các tỉnh, thành phố: Hải Phòng, Ninh Bình": which of them are cities is known. */
const OVER_PROVINCES =
  /^((?:Chủ tịch |Thường trực )?(?:Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Hội đồng nhân dân|HĐND)) các tỉnh, thành phố:? (\p{Lu}.*)$/u
/** The cities right under the centre; Huế is one since 2025. */
const CITIES = /^(?:Hà Nội|Hải Phòng|Đà Nẵng|Cần Thơ|Hồ Chí Minh|Huế)$/u

/** "Ủy ban nhân dân thành phố Hà Nội, thành phố Hải Phòng, tỉnh Quảng Ninh": each place by its name has its own. */
function perPlace(text: string, body: Body): Body[] {
  const mixed = OVER_PROVINCES.exec(body.name)
  const head = mixed?.[1] ?? OVER_PLACE.exec(body.name)?.[1]
  const places = mixed
    ? (mixed[2] as string).split(/, | và /)
    : head
      ? body.name.slice(head.length + 1).split(/, (?=(?:[Tt]ỉnh|[Tt]hành phố|[Xx]ã|[Pp]hường|[Hh]uyện) \p{Lu})/u)
      : []
  if (!head || places.length < 2) return [body]
  let at = body.from
  return places.map((place) => {
    const from = text.indexOf(place, at)
    const kind = mixed && !/^(?:tỉnh|thành phố|TP\.?) /iu.test(place) ? `${CITIES.test(place) ? 'thành phố' : 'tỉnh'} ` : ''
    const one = { ...body, name: `${head} ${kind}${place}`, from: at === body.from || from < 0 ? body.from : from }
    one.to = from < 0 ? body.to : from + place.length
    at = one.to
    return one
  })
}

/** Whether "tổ chức" in a list means organisations, not an act: "doanh nghiệp, tổ chức, cá nhân", "tổ chức có liên quan". */
const isOrganisation = (tokens: readonly Token[], j: number): boolean =>
  (/^(?:,|và)$/.test(tokens[j + 2]?.low ?? '') && /^(?:cá|đơn|doanh|hộ|cơ)$/.test(tokens[j + 3]?.low ?? '')) ||
  matchAt(CLOSERS, tokens, j + 2) !== null

const LISTED =
  /^(?:thủ trưởng|người đứng đầu|lãnh đạo|giám đốc|trưởng) (?:các )?(?:cơ quan|đơn vị|sở, ban, ngành|sở, ngành|ban, ngành|cơ quan, đơn vị)$/i

/** "Các Ông, Bà: Chánh Văn phòng …", "Các ông (bà) Trưởng phòng …": those named after it are meant. */
function pastPersons(tokens: readonly Token[], i: number): number {
  let j = tokens[i]?.low === 'các' ? i + 1 : i
  if (!/^(?:ông|ông\/bà)$/.test(tokens[j]?.low ?? '')) return i
  while (j - i < 7 && /^(?:ông|bà|ông\/bà|[,/()])$/.test(tokens[j]?.low ?? '')) j++
  if (tokens[j]?.text === ':') return j + 1
  return j - i > 2 && /^(?:title|organ|class)$/.test(matchAt(HEADS, tokens, j)?.value ?? '') ? j : i
}

/** The bodies named from a token on, one after the other, `inList` after others; null where none begins there. */
export function bodiesAt(text: string, tokens: readonly Token[], i: number, semicolons: boolean, inList = false): BodyList | null {
  const bodies: Body[] = []
  const shared: Body[] = []
  let plain: Body[] = []
  const flush = () => {
    bodies.push(...joined(text, plain))
    plain = []
  }
  let j = pastPersons(tokens, i)
  let end = i
  for (let n = 0; n < LIMIT; n++) {
    const together = sharedAt(text, tokens, j)
    if (together) {
      flush()
      bodies.push(...together.bodies)
      shared.push(...together.bodies)
      end = together.end
    } else {
      const before = plain[plain.length - 1]
      const body = bodyAt(
        tokens,
        j,
        (n === 0 && (inList || j > i)) || (n > 0 && (before === undefined || before.general || tokens[j]?.low !== 'tổ' || isOrganisation(tokens, j))),
      )
      if (!body || body.end <= j) break
      // "Thủ trưởng các cơ quan: Văn phòng …, Sở …": those named after the colon are meant.
      const listed = body.title && tokens[body.end]?.low === ':' && LISTED.test(text.slice(body.from, body.to))
      if (listed && bodyAt(tokens, body.end + 1, true)) {
        j = body.end + 1
        continue
      }
      plain.push(...eachOf(tokens, body))
      end = body.end
      // "các tổ chức hội: Hội Nông dân, Hội Phụ nữ … phối hợp …": a class in the plural, told one by one before its act
      if (n > 0 && body.determined && !body.title && tokens[end]?.text === ':' && tokens[end + 1]?.capital) {
        const told = bodiesAt(text, tokens, end + 1, false, true)
        if (told && told.bodies.length > 1 && matchAt(ACTS, tokens, told.end)) {
          flush()
          bodies.push(...told.bodies)
          end = told.end
        }
      }
    }
    const past = pastBracket(tokens, end)
    const next = separated(tokens, past, semicolons)
    // "Bộ Quốc phòng các tỉnh A, B": a comma was left out
    const goesOn = next === past && tokens[past]?.low === 'các' && tokens[plain.at(-1)?.start ?? -1]?.text === 'Bộ' && n > 0
    if (next === past && !goesOn) {
      end = past
      break
    }
    j = next
  }
  if (plain.length + bodies.length === 0) return null
  flush()
  const [only] = bodies
  const comrade = /^(?:chí|đ\/c|ông|bà)$/.test(tokens[(only?.start ?? 0) - 1]?.low ?? '')
  const post = comrade && bodies.length === 1 && only?.title && only.end === end ? secondPost(tokens, end) : end
  if (only && post > end) {
    const { to } = tokens[post - 1] as Token
    return { bodies: [{ ...only, to, end: post, name: nameOf(text.slice(only.from, to)) }], end: post }
  }
  return { bodies: asOnePerson(text, tokens, i, bodies), end }
}

const QUALIFYING = /^(?:theo|căn|để|trên|trong|có|chủ|phối|chỉ|lãnh|tiếp)$/

/** The bodies of a label, a cell or a heading, where every item names one: what the lexicon does not know is taken as it stands. */
export function bodiesOf(text: string, from = 0): Body[] {
  const tokens = tokensOf(text)
  let i = tokens.findIndex((t) => t.from >= from)
  const found: Body[] = []
  if (i < 0) return found
  while (i < tokens.length && found.length < 200) {
    // "Bộ A; đề nghị Viện kiểm sát nhân dân tối cao": whom one may not order is asked
    if (tokens[i]?.low === 'đề' && tokens[i + 1]?.low === 'nghị' && bodyAt(tokens, i + 2, true)) i += 2
    const list = bodiesAt(text, tokens, i, true)
    let end = list?.end ?? i
    if (list) found.push(...list.bodies)
    else if (!tokens[i]?.word) {
      i++
      continue
    }
    // "Bộ Tài chính Bộ Xây dựng": two names of one kind with nothing between them
    const last0 = list?.bodies[list.bodies.length - 1]
    if (
      last0 &&
      tokens[end]?.capital &&
      ((matchAt(HEADS, tokens, end)?.value === 'class' && tokens[end]?.low === tokens[last0.start]?.low) || tokens[end]?.text === 'Các')
    ) {
      i = end
      continue
    }
    // Words the grammar does not know belong to the item they stand in, up to its separator.
    let j = end
    while (
      j < tokens.length &&
      !/^[,;.:(|]$/.test(tokens[j]?.text ?? '') &&
      !(tokens[j]?.low === 'và' && list === null && bodyAt(tokens, j + 1, true))
    ) {
      if (list && tokens[end]?.low !== 'nơi' && (tokens[j]?.low === 'và' || (QUALIFYING.test(tokens[j]?.low ?? '') && !narrowsAt(tokens, j)))) break
      j++
    }
    const last = list?.bodies[list.bodies.length - 1]
    if (j > end) {
      if (last && !last.closed && tokens[end]?.word) {
        last.to = (tokens[j - 1] as Token).to
        last.name = nameOf(text.slice(last.from, last.to))
      } else if (!list) {
        // "Cục Quản lý, giám sát bảo hiểm": an item in small letters that names nobody goes on with the name before it.
        const before = found[found.length - 1]
        const goesOn =
          before &&
          /^\p{Lu}/u.test(text.slice(before.from)) &&
          tokens[i]?.word &&
          !tokens[i]?.capital &&
          /^,\s$/.test(text.slice(before.to, tokens[i]?.from)) &&
          !matchAt(DETERMINERS, tokens, i)
        if (goesOn) {
          before.to = (tokens[j - 1] as Token).to
          before.name = nameOf(text.slice(before.from, before.to))
          i = j
          continue
        }
        const d = matchAt(DETERMINERS, tokens, i)
        const start = d && tokens[i + d.length]?.word ? i + d.length : i
        const a = (tokens[start] as Token).from
        const b = (tokens[j - 1] as Token).to
        if (b - a <= 160)
          found.push({
            name: nameOf(text.slice(a, b)),
            from: a,
            to: b,
            start,
            end: j,
            determined: false,
            title: false,
            general: false,
            closed: false,
          })
      }
    }
    end = pastBracket(tokens, j)
    while (end < tokens.length && (!tokens[end]?.word || tokens[end]?.low === 'và')) end++
    if (end < tokens.length && QUALIFYING.test(tokens[end]?.low ?? '')) {
      while (end < tokens.length && !/^[;.]$/.test(tokens[end]?.text ?? '')) end++
    }
    i = Math.max(end, i + 1)
  }
  return found
}
