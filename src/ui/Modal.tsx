import { type ModalProps, Modal as Plain } from 'antd'
import { useEffect, useId } from 'react'

const fields = 'textarea, input:not([type=hidden]), select, [role=combobox]'
/** So many frames a dialog may take to show. */
const patience = 40

/** A dialog as the library has it, in which the first field has the focus as soon as it shows (with none the main button): what is typed at once lands there, and closes nothing. */
export function Modal({ open = false, wrapProps, ...props }: ModalProps) {
  const id = useId()
  useEffect(() => {
    if (!open) return
    let left = patience
    let frame = requestAnimationFrame(function look() {
      const within = document.querySelector(`[data-dialog="${id}"]`)
      const shown = [...(within?.querySelectorAll<HTMLElement>(fields) ?? [])].find((one) => one.offsetParent !== null && !one.matches(':disabled'))
      const target = shown ?? within?.querySelector<HTMLElement>('.ant-btn-primary:not(:disabled)')
      if (target?.offsetParent) target.focus({ preventScroll: true })
      else if (left-- > 0) frame = requestAnimationFrame(look)
    })
    return () => cancelAnimationFrame(frame)
  }, [open, id])
  return <Plain open={open} wrapProps={{ ...wrapProps, 'data-dialog': id } as ModalProps['wrapProps']} {...props} />
}
