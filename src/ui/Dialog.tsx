import { Button, type ButtonProps } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Endpoint } from '../kernel/endpoint.ts'
import { ActForm } from './Form.tsx'
import { Modal } from './Modal.tsx'
import { whole } from './whole.tsx'

type Props<E extends Endpoint> = Omit<Parameters<typeof ActForm<E>>[0], 'cancel' | 'submit'> & {
  /** The words on the button that opens it. */
  open: string
  /** Whether it stands open as the page comes. */
  isOpenAtFirst?: boolean
  title?: string
  submit?: string
  button?: ButtonProps
  lead?: ReactNode
  /** Room for forms whose fields stand side by side. */
  isWide?: boolean
}

/** A button that opens a form in a dialog, closed when the act is done. */
export function ActDialog<E extends Endpoint>({
  open,
  isOpenAtFirst = false,
  title,
  submit,
  button,
  lead,
  isWide = false,
  done,
  children,
  ...form
}: Props<E>) {
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  const close = () => setOpen(false)
  const formProps = {
    ...form,
    submit: submit ?? open,
    done: (output: never, input: never) => {
      close()
      done?.(output, input)
    },
  } as unknown as Parameters<typeof ActForm<E>>[0]
  return (
    <>
      <Button {...button} onClick={() => setOpen(true)}>
        {open}
      </Button>
      <Modal open={isOpen} onCancel={close} footer={null} title={title ?? open} destroyOnHidden mask={{ closable: false }} width={isWide ? 690 : 560}>
        {lead && <div className="dialog-lead">{whole(lead)}</div>}
        <ActForm {...formProps} cancel={close}>
          {children}
        </ActForm>
      </Modal>
    </>
  )
}
