import { Form } from 'antd'
import { useEffect, useState } from 'react'

/** Submits the form around once it is bound to a version: what was entered is saved over what somebody else wrote meanwhile. */
export function useSaveOver(bound: number): (version: number) => void {
  const form = Form.useFormInstance()
  const [wanted, want] = useState<number | null>(null)
  useEffect(() => {
    if (wanted !== bound) return
    want(null)
    form.submit()
  }, [wanted, bound, form])
  return want
}
