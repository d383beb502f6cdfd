import { Pagination } from 'antd'

type Props = {
  /** What is shown of how much, in words. */
  says?: string
  page: number
  pageSize: number
  total: number
  turn: (page: number) => void
}

/** Under a table: what of it is shown, and the way to its other pages where there are any. */
export function Foot({ says, page, pageSize, total, turn }: Props) {
  if (!says && total <= pageSize) return null
  return (
    <div className="table-foot">
      {says && <span>{says}</span>}
      {total > pageSize && <Pagination size="small" current={page} pageSize={pageSize} total={total} showSizeChanger={false} onChange={turn} />}
    </div>
  )
}
