import { matchAt, type Token } from '../words/tokens.ts'
import { DOES, officeFieldEnd, startsAct } from '../words/traits.ts'
import { ACTS, actAt } from '../words/verbs.ts'
import { bearerEnd, committeesEnd, overClasses } from './bearers.ts'
import { bodyAt } from './bodies.ts'
import { CLOSERS, COMPONENTS, FIELDS, HEADS, MATTERS, PLACES, QUALIFIERS, WORK_NAMES, WORKS } from './bodyWords.ts'
import { companyEnd, developsEnd, managingEnd, servedEnd, tradeEnd, tradesEnd, unitPart } from './calledAfter.ts'
import { ownNameAt } from './ownNames.ts'
import {
  councilEnd,
  isRepeated,
  isSecondSyllable,
  NOT_NAMES,
  namedWork,
  namesDocument,
  nationEnd,
  placesEnd,
  properEnd,
  schoolsEnd,
} from './properNames.ts'

const NUMBERED = /^(?:thuế cơ sở|ban chỉ đạo|tổ công tác|quân khu|tiểu ban|hội đồng|đoàn công tác|đoàn kiểm tra)/

const TAKES_FIELD = /^(?:bộ|sở|phòng|ban|vụ|cục|chi cục|ủy ban|viện|trường|trung tâm|hội|liên hiệp)$/

const ORGAN_OF_COMMITTEE =
  /^(?:ban thường vụ|thường trực|ban chấp hành|ủy ban kiểm tra|ban tổ chức|ban tuyên giáo|ban tuyên giáo và dân vận|ban dân vận|ban xây dựng đảng|ban nội chính|văn phòng)$/

/** Units told apart by a number: "Vụ 1", "Đội Quản lý thị trường số 3", "Ban Quản lý dự án 85". */
const COUNTED_UNIT =
  /^(?:xí nghiệp|nhà máy|chi nhánh|phân xưởng|sư đoàn|trung đoàn|lữ đoàn|quân đoàn|binh đoàn|hải đội|hải đoàn|đoàn thanh tra|đoàn giám sát|chi đoàn thôn|tổ công tác|đoàn công tác|đoàn kiểm tra|vụ|cục|phòng|đội|trạm|tổ|ban quản lý|ban quản lý dự án|đội quản lý thị trường)$/

/** Those told by the works they are there for: "chủ đầu tư các dự án". */
const FOR_WORKS = /^(?:chủ đầu tư|nhà đầu tư|nhà thầu|đơn vị thi công|đơn vị tư vấn)$/

/** Bodies told by where they sit. */
const SEATED =
  /^(?:tòa án nhân dân|viện kiểm sát nhân dân|đại sứ quán|tổng lãnh sự quán|lãnh sự quán|thương vụ|cơ quan đại diện|văn phòng đại diện|thông tấn xã việt nam)/

/** Courts and procuracies, which sit in regions under the province's. */
const COURTS = /^(?:tòa án nhân dân|viện kiểm sát nhân dân|tand|vksnd)/

/** Bodies whose names end where that of a document begins: "trình Chính phủ Nghị định về …". */
const BEFORE_DOCUMENTS = /(?:ủy|nhân dân|ubnd|hđnd)$/

/** Enterprises, whose names say at length what they trade in: "Công ty TNHH Khai thác công trình thủy lợi tỉnh". */
const COMPANY = /^(?:tổng )?công ty/

/** Units, whose names say at length what they are for, with one capital or several: "Cục Kỹ thuật an toàn và Môi trường công nghiệp". */
const UNIT =
  /^(?:trung tâm(?: truyền thông)?|cục|vụ|chi cục|tổng cục|phòng|văn phòng|viện|học viện|trường|hội|ban|ban quản lý|đồn biên phòng|nhà xuất bản|công ty|bệnh viện|liên hiệp|tổ)$/

/** Offices and posts called after two fields: "Bộ phận Văn phòng - Thống kê". */
const STAFFED = /^(?:công chức|viên chức|chuyên viên|nhân viên|bộ phận(?: .*)?|văn phòng|phòng|trung tâm|tổ|khoa|ban)$/

/** What a committee is set up to hold: "Ban Tổ chức Hội thi". */
const EVENT =
  /^(?:hội thi|hội nghị|hội thảo|hội diễn|hội thao|hội trại|hội chợ|đại hội|cuộc thi|cuộc vận|lễ hội|lễ kỷ|liên hoan|giải thưởng|ngày hội|tuần lễ)$/

const NESTS =
  /^(?:đảng ủy|đảng bộ|chi bộ|ban cán sự đảng|đảng đoàn|công đoàn|đoàn thanh niên|văn phòng|ban chỉ đạo|hội đồng|thường trực|ban thường vụ|cơ quan thường trực|thành viên ban chỉ đạo)$/

/** Unions and the like are called after what they care for, and where: "Hội Bảo vệ quyền trẻ em Việt Nam". */
const NATIONAL = /^(?:hội|hiệp hội|liên hiệp|liên hiệp các hội|liên đoàn|quỹ|viện|trung tâm|ngân hàng|tổng công ty|tập đoàn|liên minh)$/

const UNIT_OF = /^(?:vụ|phòng|chi cục|trung tâm|đội|trạm)$/
const WHOLES = /^(?:tổng cục|cục|bộ|sở|văn phòng|công an|ubnd|ủy ban nhân dân|đảng ủy)$/

const TASK_BODY = /^(?:tiểu ban|ban chỉ đạo|bcđ|ban chỉ huy|tổ công tác|tổ giúp việc|hội đồng|cơ quan thường trực ban chỉ đạo|thành viên ban chỉ đạo)/

/** Where the name ends that a head begins, at a token after the head; `closed` where a clause closed it. */
export function extend(tokens: readonly Token[], start: number, at: number, head: string, depth: number): { end: number; closed: boolean } {
  let j = at
  let proper = tokens[start]?.capital ?? false
  // "Trung tâm Truyền thông, Giáo dục sức khỏe": the field is longer than the word it begins with
  const field = proper && head.startsWith('trung tâm ') ? matchAt(FIELDS, tokens, start + 2) : null
  if (field && start + 2 + field.length > at) j = start + 2 + field.length
  while (j < tokens.length && j - at < 60) {
    const t = tokens[j] as Token
    // "các thành viên khác trong Tiểu ban Thông tin, tuyên truyền"
    const within = t.low === 'trong' ? ownNameAt(tokens, j + 1) : 0
    if (within > 0) return { end: j + 1 + within, closed: true }
    if (t.low === 'tham' && tokens[j + 1]?.low === 'gia' && tokens[j + 2]?.capital && matchAt(WORK_NAMES, tokens, j + 2))
      return { end: j + 2 + (matchAt(WORK_NAMES, tokens, j + 2)?.length ?? 0), closed: true }
    const closer = matchAt(CLOSERS, tokens, j)
    if (closer) {
      // "được giao" narrows only where the clause ends with it or tells what was given out; before a verb it belongs to the sentence.
      if (t.low === 'được' && tokens[j + 2]?.low === 'nhiệm' && tokens[j + 3]?.low === 'vụ' && /^(?:undefined|[:.])$/.test(`${tokens[j + 4]?.text}`))
        return { end: j + 4, closed: true }
      if (t.low === 'được') break
      if (t.low === 'theo' && ((tokens[start]?.capital && proper) || head.endsWith('thẩm quyền'))) break
      return {
        end: matterEnd(tokens, seatEnd(tokens, ofPlace(tokens, ofOne(tokens, ofSeveral(tokens, j + closer.length, depth), depth)))),
        closed: true,
      }
    }
    const schools = j === at && head === 'trường' ? schoolsEnd(tokens, j) : j
    if (schools > j) {
      j = schools
      continue
    }
    // "Cục quản lý chất lượng và thú y sớm hoàn thiện …": a unit in small letters, up to the act
    const managing = j === at && MANAGES.test(head) && tokens[start]?.capital ? managingEnd(tokens, j) : j
    if (managing > j) return { end: managing, closed: true }
    const field = TAKES_FIELD.test(head) && (t.capital || j === at) ? matchAt(FIELDS, tokens, j) : null
    if (field) {
      j += field.length
      proper = true
      continue
    }
    const trade = head === 'hợp tác xã' && j === at && !t.capital ? tradeEnd(tokens, j) : j
    if (trade > j) {
      j = trade
      continue
    }
    // "Tiểu ban giúp việc Ban Chỉ đạo 934"
    const helped =
      t.low === 'giúp' && tokens[j + 1]?.low === 'việc' && tokens[j + 2]?.capital && depth < 3 ? bodyAt(tokens, j + 2, true, depth + 1) : null
    if (helped) return { end: helped.end, closed: helped.closed }
    // "cơ quan quản lý trực tiếp cơ sở giáo dục đại học"
    const managed =
      t.low === 'trực' && tokens[j + 1]?.low === 'tiếp' && head.endsWith('quản lý') && depth < 3 ? bodyAt(tokens, j + 2, true, depth + 1) : null
    if (managed) return { end: managed.end, closed: managed.closed }
    // "Tòa án nhân dân cấp cao tại Đà Nẵng", "Tổng Lãnh sự quán Lào tại Đà Nẵng"
    if (t.low === 'tại' && tokens[j + 1]?.capital && SEATED.test(head)) return { end: properEnd(tokens, j + 1, true, false), closed: false }
    // "Tòa án nhân dân tỉnh và các khu vực"
    const regions = j > at && COURTS.test(head) ? /^và (?:các )?khu vực(?= )/.exec(`${lowOf(tokens, j, j + 4)} `) : null
    if (regions) {
      j += regions[0].split(' ').length
      continue
    }
    if (head === 'ban tổ chức' && j === at && EVENT.test(`${t.low} ${tokens[j + 1]?.low}`)) {
      j += 2
      continue
    }
    if (t.capital && namesDocument(tokens, j) && (BEFORE_DOCUMENTS.test(head) || matchAt(HEADS, tokens, start)?.value === 'organ')) break
    // "các cơ quan báo chí Trung ương, địa phương, quân đội"
    const levels = t.text === 'Trung' && tokens[start]?.capital === false ? (matchAt(QUALIFIERS, tokens, j)?.length ?? 0) : 0
    if (levels > 2) {
      j += levels
      continue
    }
    const nested = t.capital && depth < 3 ? matchAt(HEADS, tokens, j) : null
    if (nested?.value === 'class' && j > at && t.low === tokens[start]?.low && /^(?:bộ|sở|vụ|cục)$/.test(t.low)) break
    if (nested?.value === 'class' || (nested?.value === 'organ' && j === at && head === 'văn phòng')) {
      const inner = bodyAt(tokens, j, true, depth + 1)
      if (inner && !(t.text === 'Khu' && head.includes('ban quản lý'))) return { end: inner.end, closed: inner.closed }
    }
    const nation = j === at && NATIONAL.test(head) ? nationEnd(tokens, j) : j
    if (nation > j) {
      j = nation
      proper = true
      continue
    }
    if (t.capital && !(j > at && NOT_NAMES.test(t.low) && !/^(?:chỉ|thông|kết)$/.test(t.low))) {
      const end = properEnd(tokens, j, j === at)
      if (end > j) {
        j = j === at && end === j + 1 && !matchAt(PLACES, tokens, j) && isSecondSyllable(tokens, end) ? end + 1 : end
        proper = true
        // "Báo Sài Gòn Giải phóng, …": the last syllable of a name, before a mark
        // "Vụ Giáo dục Phổ thông chủ trì"
        if (j > at + 1 && !actAt(tokens, j - 1) && isSecondSyllable(tokens, j) && endsBefore(tokens, j + 1)) j++
        continue
      }
    }
    if (t.text === '&' && proper && tokens[j + 1]?.capital) {
      j = properEnd(tokens, j + 1, true)
      continue
    }
    const named = !t.capital && COMPANY.test(head) ? companyEnd(tokens, j) : j
    const company = named === j && proper && COMPANY.test(head) && j > at ? tradesEnd(tokens, j) : named
    if (company > j) {
      j = company
      continue
    }
    // "Trung tâm phát triển quỹ đất Chi nhánh Gia Thuận"
    const plain =
      j === at && !t.capital && tokens[start]?.capital && /^(?:trung tâm(?: truyền thông)?|bệnh viện|phòng|vụ|cục|chi cục)$/.test(head)
        ? Math.max(matchAt(COMPONENTS, tokens, j)?.length ?? 0, matchAt(FIELDS, tokens, j)?.length ?? 0)
        : 0
    // "Vụ pháp chế chủ trì …", "Trung tâm thông tin tỉnh", not "Trung tâm thông tin kịp thời"
    const next = tokens[j + plain]
    const parted = next === undefined || /^(?:[,;.:)-]|–|thuộc)$/.test(next.low) || matchAt(PLACES, tokens, j + plain) !== null
    const acts = next !== undefined && !matchAt(ACTS, tokens, j) && actAt(tokens, j + plain) !== null
    const served = j === at && !t.capital && head === 'trung tâm' && tokens[start]?.capital ? servedEnd(tokens, j) : j
    if (served > j + plain) {
      j = served
      continue
    }
    if (plain > 3 || (plain > 1 && (next?.capital || parted || acts))) {
      j += plain
      continue
    }
    const develops = UNIT.test(head) || head.endsWith('nghiên cứu') ? developsEnd(tokens, j) : j
    if (develops > j) {
      j = develops
      continue
    }
    const part = j > at && proper && tokens[at]?.capital && UNIT.test(head) ? unitPart(tokens, j) : j
    if (part > j) {
      j = part
      continue
    }
    if (t.number && t.text.length <= 4 && NUMBERED.test(head) && !/^(?:ngày|tháng|năm|lần|người)$/.test(tokens[j + 1]?.low ?? '')) {
      j++
      continue
    }
    if (COUNTED_UNIT.test(head)) {
      const k = t.low === 'số' ? j + 1 : j
      const isUnits = /^(?:ngày|tháng|năm|lần|người|đơn|cơ|tỷ|triệu|[-/.%])/.test(tokens[k + 1]?.low ?? '')
      if (tokens[k]?.number && (tokens[k]?.text.length ?? 9) <= 3 && !isUnits) {
        j = k + 1
        continue
      }
    }
    // "Vụ Thanh tra - Tổng cục Thuế": a unit, and what it is of
    const above = /^[-–]$/.test(t.text) && proper && UNIT_OF.test(head) && depth < 3 ? matchAt(HEADS, tokens, j + 1) : null
    if (above?.value === 'class' && tokens[j + 1]?.capital && WHOLES.test(lowOf(tokens, j + 1, j + 1 + above.length))) {
      const inner = bodyAt(tokens, j + 1, true, depth + 1)
      if (inner) return { end: inner.end, closed: inner.closed }
    }
    if (/^[-–]$/.test(t.text) && proper && tokens[j + 1]?.capital) {
      const end = properEnd(tokens, j - 1, false)
      // "Công chức Địa chính - Xây dựng": the last syllable before the dash has no capital
      const part =
        end > j || !STAFFED.test(head) || !/^(?:not|weak)$/.test(matchAt(HEADS, tokens, j + 1)?.value ?? 'not')
          ? end
          : properEnd(tokens, j + 1, true, false)
      if (part > j) {
        j = part > end && isSecondSyllable(tokens, part) ? part + 1 : part
        continue
      }
    }
    if (t.number && tokens[j - 1]?.low === 'vực' && tokens[j - 2]?.low === 'khu') {
      j++
      continue
    }
    if (t.low === 'khu' && tokens[j + 1]?.low === 'vực' && /^(?:\d{1,2}|[IVX]{1,5})$/.test(tokens[j + 2]?.text ?? '')) {
      j += 3
      continue
    }
    const placed = j > at && /^(?:tỉnh|phố|thành phố)$/.test(tokens[j - 1]?.low ?? '')
    const works = /ban quản lý|^bql/.test(head) && t.low !== 'và' && !placed ? matchAt(WORKS, tokens, j) : null
    if (works && !(j > at && isDone(tokens, j, works.length))) {
      j += works.length
      if (tokens[j - 1]?.low === 'số' && tokens[j]?.number) j++
      if (/^[-–]$/.test(tokens[j]?.text ?? '') && matchAt(WORKS, tokens, j + 1) && !tokens[j + 1]?.capital) j++
      if (tokens[j]?.low === 'và' && matchAt(WORKS, tokens, j + 1) && tokens[j + 1]?.low !== 'các') j++
      continue
    }
    if (j === at && FOR_WORKS.test(head) && t.low === 'các') {
      const works = matchAt(WORKS, tokens, j + 1)
      if (works) {
        j += 1 + works.length
        continue
      }
    }
    // "Ban Quản lý Khu kinh tế Dung Quất và các Khu công nghiệp Quảng Ngãi"
    const zones = t.low === 'và' && head.includes('ban quản lý') && tokens[j + 1]?.low === 'các' && tokens[j + 2]?.text === 'Khu'
    if (zones) {
      j = properEnd(tokens, j + 2 + (matchAt(WORKS, tokens, j + 2)?.length ?? 1), true)
      continue
    }
    // a ministry is of no place: "Bộ Quốc phòng các tỉnh …"
    const places = head === 'bộ' && t.low === 'các' ? j : placesEnd(tokens, j)
    if (places > j) {
      j = places
      continue
    }
    // A council alone is nobody: what comes next is its name.
    if (head === 'hội đồng' && j === at && !t.capital && t.word) {
      const named = councilEnd(tokens, j)
      if (named > j) {
        j = named
        continue
      }
    }
    if (
      TASK_BODY.test(head) &&
      !isRepeated(tokens, at, j) &&
      (matchAt(MATTERS, tokens, j) || /^(?:tổng|triển|thực|về|phòng|các|thẩm|sắp|xây|rà|tuyển|xét|giáo)$/.test(t.low))
    ) {
      const named = namedWork(tokens, j)
      if (named > j) {
        j = named
        continue
      }
    }
    if (j === at && head === 'tổ đảng' && t.low === 'ở') {
      const inner = depth < 3 ? bodyAt(tokens, j + 1, true, depth + 1) : null
      if (inner) return { end: inner.end, closed: inner.closed }
    }
    // "văn phòng tỉnh ủy, thành ủy", "đảng ủy các bộ, cơ quan ngang bộ": one office over several
    const over = j === at ? overClasses(tokens, start, j, head, depth) : j
    if (over > j) {
      j = over
      continue
    }
    if (j === at && NESTS.test(head)) {
      const k = t.low === 'các' && /^(?:đảng đoàn|ban cán sự đảng)$/.test(head) ? j + 1 : j
      const inner = depth < 3 && matchAt(HEADS, tokens, k)?.value === 'class' ? bodyAt(tokens, j, true, depth + 1) : null
      if (inner) return { end: inner.end, closed: inner.closed }
    }
    const committees = t.low === 'các' && ORGAN_OF_COMMITTEE.test(lowOf(tokens, start, j)) ? committeesEnd(tokens, j + 1, depth) : j
    if (committees > j) {
      j = committees
      continue
    }
    const office = officeFieldEnd(tokens, start, j)
    if (office > j) {
      j = office
      continue
    }
    const q = matchAt(QUALIFIERS, tokens, j)
    if (q?.value === 'plain') {
      const compound = matchAt(HEADS, tokens, j)
      if (compound?.value === 'not' && compound.length > q.length) break
      j += q.length
      continue
    }
    if (q?.value === 'of' && depth < 3) {
      const end = bearerEnd(tokens, j + q.length, depth, t.low === 'phụ' || t.low === 'trực' || t.low === 'thuộc')
      if (end > j + q.length) {
        j = end
        continue
      }
      if (t.low === 'trực' || (t.low === 'phụ' && !/^(?:việc|lớp|công|\))$/.test(tokens[j + q.length]?.low ?? ''))) j += q.length
    }
    break
  }
  return { end: j, closed: false }
}

/** "các cơ quan liên quan thuộc Bộ Xây dựng, Bộ Quốc phòng": whose they are, each named by the same word. */
function ofSeveral(tokens: readonly Token[], i: number, depth: number): number {
  const of = tokens[i]?.low === 'trực' && tokens[i + 1]?.low === 'thuộc' ? i + 1 : i
  if (tokens[of]?.low !== 'thuộc' || !tokens[of + 1]?.capital || depth >= 3) return i
  let end = i
  for (let j = of + 1, n = 0; n < 8; n++) {
    const body = tokens[j]?.low === tokens[of + 1]?.low && tokens[j]?.capital ? bodyAt(tokens, j, true, depth + 1) : null
    if (!body) break
    end = body.end
    if (!/^(?:,|và)$/.test(tokens[end]?.low ?? '')) break
    j = end + 1
  }
  return end
}

/** "các cơ quan liên quan ở trung ương", "… liên quan trên địa bàn tỉnh" */
const seatEnd = (tokens: readonly Token[], i: number): number =>
  /^(?:ở (?:trung|địa|cơ)|trên địa|tại khu|trong (?:bộ|ngành|tỉnh))$/.test(`${tokens[i]?.low} ${tokens[i + 1]?.low}`)
    ? i + (matchAt(QUALIFIERS, tokens, i)?.length ?? 0)
    : i

/** "các đơn vị liên quan đến hoạt động khoáng sản": what they have to do with, up to an act or a mark. */
function matterEnd(tokens: readonly Token[], i: number): number {
  if (tokens[i - 1]?.low !== 'quan' || !/^(?:đến|tới)$/.test(tokens[i]?.low ?? '')) return i
  if (!tokens[i + 1]?.word || tokens[i + 1]?.number || /^(?:ngày|tháng|năm|hết|cuối|từng|đâu|nay)$/.test(tokens[i + 1]?.low ?? '')) return i
  const noun = Math.max(1, matchAt(ACTS, tokens, i + 1)?.length ?? 1)
  for (let j = i + 1 + noun; j - i < 18; j++) {
    const t = tokens[j]
    if (!t || /^(?:[,;.:)]|để|nhằm|trong|theo|khi)$/.test(t.low)) return j
    if (!t.word) return i
    if (startsAct(tokens, j) && !DOES.test(`${tokens[j - 2]?.low} ${tokens[j - 1]?.low}`) && !/^(?:và|việc)$/.test(tokens[j - 1]?.low ?? '')) return j
  }
  return i
}

/** "các ngành hữu quan thành phố" */
const ofPlace = (tokens: readonly Token[], i: number): number => {
  const place = tokens[i]?.capital === false && /^(?:tỉnh|thành|huyện|quận)$/.test(tokens[i]?.low ?? '') ? matchAt(PLACES, tokens, i) : null
  return place && !tokens[i + place.length]?.capital && !/^[,–-]$/.test(tokens[i + place.length]?.text ?? '') ? i + place.length : i
}

/** Whether a name may end before a token: a mark, or the part somebody has in the work. */
const endsBefore = (tokens: readonly Token[], i: number): boolean =>
  /^(?:[,;:.)]|và)$/.test(tokens[i]?.text ?? '.') ||
  /^(?:chủ trì|phối hợp|có trách|chịu trách|khẩn trương|tiếp tục|tham mưu)$/.test(`${tokens[i]?.low} ${tokens[i + 1]?.low}`)

const MANAGES = /^(?:cục|chi cục|vụ|tổng cục|trung tâm)$/

/** "các đơn vị hữu quan của Bộ Tài chính" */
function ofOne(tokens: readonly Token[], i: number, depth: number): number {
  if (tokens[i]?.low !== 'của' || !tokens[i + 1]?.capital || depth >= 3) return i
  return bodyAt(tokens, i + 1, false, depth + 1)?.end ?? i
}

const lowOf = (tokens: readonly Token[], from: number, to: number): string =>
  tokens
    .slice(from, to)
    .map(({ low }) => low)
    .join(' ')

function isDone(tokens: readonly Token[], j: number, length: number): boolean {
  const next = tokens[j + length]
  if (tokens[j]?.capital || length > 2 || !matchAt(ACTS, tokens, j) || !next?.word || next.capital) return false
  return (
    ![WORKS, PLACES, QUALIFIERS, ACTS].some((words) => matchAt<unknown>(words, tokens, j + length)) && !/^(?:có|chịu|phải|được|là)$/.test(next.low)
  )
}
