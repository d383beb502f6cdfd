import type { Body } from '../bodies/bodies.ts'
import { fold } from '../words/plaintext.ts'
import type { Token } from '../words/tokens.ts'

/** Whoever praises, is glad or concludes is not ordered to. */
const SPOKEN =
  /^(?:nhất trí|ghi nhận|biểu dương|đánh giá (?:cao|chung)|cơ bản (?:thống|đồng|nhất)|hoan nghênh|kết luận|trân trọng|thống nhất đánh giá|chia sẻ (?:với|những|và)|cảm ơn|cám ơn|chúc mừng|bày tỏ|gửi lời|khẳng định|mong muốn|mong rằng)/
/** What those who lead say of a matter, and what others may be ordered to: "Bộ Ngoại giao thống nhất nội dung, gửi …". */
const DECIDED = /^(?:thống nhất (?:với|thông|về|nội|phương|chủ trương)|đồng ý|thông qua|quyết nghị|có ý kiến|cho ý kiến)/
/** Those who give orders in documents, and whose consent is no order. */
const SPEAKER =
  /^(?:(?:thường trực )?chính phủ|(?:phó )?thủ tướng|bộ chính trị|ban bí thư|ban thường vụ|thường trực|(?:phó )?chủ tịch|hội nghị|quốc hội|hội đồng nhân dân|hđnd|ủy ban nhân dân|ubnd|(?:thứ |phó )?bộ trưởng|(?:phó )?bí thư|lãnh đạo|tập thể|tổng bí thư)/

/** Whether bodies are of those who give orders in documents. */
export const areSpeakers = (bodies: readonly Body[]): boolean => bodies.every(({ name }) => SPEAKER.test(fold(name)))

/** Whether somebody only says what they think of a matter: "Chính phủ thông qua báo cáo …", "Chủ tịch UBND tỉnh kết luận như sau:". */
export function onlySpeaks(bodies: readonly Body[], tokens: readonly Token[], i: number): boolean {
  const said = tokens
    .slice(i, i + 3)
    .map(({ low }) => low)
    .join(' ')
  if (SPOKEN.test(said)) return true
  return DECIDED.test(said) && (areSpeakers(bodies) || bodies.every(({ determined }) => determined))
}
