import { StartError } from '../errors.ts'
import type { Word } from '../words.ts'

/** Turns what the system or PostgreSQL says about the data folder into one sentence for whoever starts the product; `log` is what the server wrote. */
export function explain(cause: unknown, folder: string, log = ''): StartError {
  const told = explainFull(cause, diskOf(folder), log)
  if (told instanceof StartError) return told
  return new StartError(sentence(wordsOf(cause), (cause as { errcode?: number }).errcode, folder), { cause })
}

/** The disk that holds a data folder. */
export const diskOf = (folder: string): Word => ({ vi: `Đĩa chứa thư mục dữ liệu ${folder}`, en: `The disk that holds the data folder ${folder}` })

/** A full disk in one sentence, found in what went wrong or in the last words of the server; anything else stays what it is. */
export function explainFull(cause: unknown, disk: Word, log = ''): unknown {
  const isFull = (cause as { errcode?: number }).errcode === sqlite.full || [wordsOf(cause), lastOf(log)].some((text) => full.test(text))
  if (!isFull) return cause
  return new StartError(
    `${disk.vi} đã đầy: xin giải phóng dung lượng rồi khởi động lại; dữ liệu đã lưu không mất. / ${disk.en} is full: free some space and start again; nothing that was saved is lost.`,
    { cause },
  )
}

const full = /\b53100\b|ENOSPC|EDQUOT|No space left on device|Disk quota exceeded/i

const wordsOf = (cause: unknown) => (cause instanceof Error ? `${(cause as NodeJS.ErrnoException).code ?? ''} ${cause.message}` : String(cause))

/** Why a server gave up stands in its last lines; what it complained of long ago is no reason. */
const lastOf = (log: string) => log.trimEnd().split('\n').slice(-20).join('\n')

const sqlite = { ioError: 10, readOnly: 8, full: 13, cantOpen: 14 }

function sentence(text: string, errcode: number | undefined, folder: string): string {
  if (
    errcode === sqlite.readOnly ||
    errcode === sqlite.cantOpen ||
    /EACCES|EPERM|EROFS|ENOENT.*mkdir|Permission denied|Read-only file system|wrong ownership/i.test(text)
  ) {
    return `Tài khoản này không ghi được vào thư mục dữ liệu ${folder}: xin sửa chủ và quyền của thư mục, hoặc đặt DATA_DIR khác. / The data folder ${folder} can not be written to by this user: correct its owner and permissions, or give another DATA_DIR.`
  }
  if (/ENOTDIR|EEXIST/.test(text))
    return `Không tạo được thư mục dữ liệu ${folder}, vì đã có một tệp ở đó: xin đặt DATA_DIR khác. / The data folder ${folder} can not be made, because a file stands in its place: give another DATA_DIR.`
  if (/Cannot allocate memory|could not map anonymous shared memory|ENOMEM/i.test(text)) {
    return 'Không đủ bộ nhớ trống để khởi động PostgreSQL: cần ít nhất 300 MB. / There is not enough free memory to start PostgreSQL: at least 300 MB are needed.'
  }
  if (/ENOENT.*spawn|spawn.*ENOENT|error while loading shared libraries|Exec format error|GLIBC/i.test(text)) {
    return `PostgreSQL kèm theo không chạy được trên máy này: xin đặt DATABASE_URL tới máy chủ PostgreSQL 18 của đơn vị. / The embedded PostgreSQL can not run on this machine (${lastLine(text)}): set DATABASE_URL to a PostgreSQL 18 server of your own.`
  }
  return `Không khởi động được PostgreSQL trong ${folder}; chi tiết ở postgres.log trong thư mục đó. / PostgreSQL could not be started in ${folder}: ${lastLine(text)} (more in postgres.log there)`
}

function lastLine(text: string): string {
  const lines = text.trim().split('\n')
  const line = lines.findLast((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1) ?? ''
  return line.replace(/^.*?(FATAL|PANIC|error):\s*/, '').trim()
}
