/** The kinds of document that have a name of their own. */
export const KINDS = [
  'kế hoạch',
  'nghị quyết',
  'chỉ thị',
  'kết luận',
  'thông báo',
  'quyết định',
  'hướng dẫn',
  'chương trình hành động',
  'chương trình công tác',
  'chương trình',
  'đề án',
  'phương án',
  'công điện',
  'quy định',
  'quy chế',
  'báo cáo',
  'tờ trình',
  'thông tư',
  'nghị định',
  'thông tri',
  'luật',
  'công văn',
  'dự án',
  'giấy mời',
  'kế hoạch liên tịch',
  'nghị quyết liên tịch',
  'hướng dẫn liên tịch',
  'hướng dẫn liên ngành',
  'kế hoạch phối hợp',
  'kế hoạch liên ngành',
  'quy chế phối hợp',
  'chương trình phối hợp',
  'kế hoạch kiểm tra',
  'kế hoạch tuyên truyền',
  'kế hoạch hành động',
  'chương trình kiểm tra, giám sát',
  'công điện khẩn',
  'công điện hỏa tốc',
  'lệnh',
  'lịch công tác',
  'biên bản',
  'biên bản họp',
  'thỏa thuận hợp tác',
  'thông báo kết luận',
  'thông báo kết luận thanh tra',
  'kết luận thanh tra',
  'kết luận kiểm tra',
  'kết luận giám sát',
  'điều lệ',
  'thông cáo',
]
/** The lines that every letterhead has. */
export const NATION =
  /^(?:cộng hòa xã hội chủ nghĩa việt nam|cộng(?: hòa(?: xã(?: hội(?: chủ nghĩa)?)?)?)?$|(?:(?:hòa )?xã )?(?:hội )?chủ nghĩa việt nam$|độc lập - tự do|đảng cộng sản việt nam|đoàn tncs hồ chí minh$|đoàn thanh niên cộng sản hồ chí minh$)/

/** A line that says of what kind a document is, and of whom: "CHỈ THỊ CỦA BAN THƯỜNG VỤ TỈNH ỦY". */
export const KIND_OF = new RegExp(`^(?<kind>${[...KINDS].sort((a, b) => b.length - a.length).join('|')}) của (?<by>.{3,80})$`, 'u')

/** A line that holds nothing but the kind of a document. */
export const KIND_LINE = new RegExp(`^(?:${[...KINDS].sort((a, b) => b.length - a.length).join('|')})$`)
