import { Alert, Button, Form, type FormItemProps } from 'antd'
import { createContext, type KeyboardEvent, type ReactNode, use, useMemo, useState } from 'react'
import type { z } from 'zod'
import type { CallError } from '../kernel/call.ts'
import type { Endpoint } from '../kernel/endpoint.ts'
import { type ActOptions, useAct } from './ask.ts'
import { faultsIn, sayIssue } from './issues.ts'
import { useSay, useWords } from './useWords.tsx'
import { words } from './words.ts'

const Asked = createContext<z.ZodObject | null>(null)

type Props<E extends Endpoint> = ActOptions<E> & {
  endpoint: E
  /** What the fields hold at first. */
  start?: Partial<z.input<E['input']>> | undefined
  /** What goes with it and isn't asked. */
  fixed?: Partial<z.input<E['input']>> | undefined
  /** Turns what the fields hold into what the endpoint takes, where they differ. */
  shape?: (values: Record<string, unknown>) => Record<string, unknown>
  submit: string
  cancel?: (() => void) | undefined
  /** The words on the button that leaves, where «Thôi» does not fit. */
  leave?: string | undefined
  children: ReactNode
}

/** A form that acts through an endpoint: checked by the endpoint's own schema before it is sent, refusals shown where they belong, nothing typed is ever lost. */
export function ActForm<E extends Endpoint>({ endpoint, start, fixed, shape, submit, cancel, leave, children, ...options }: Props<E>) {
  const t = useWords(words)
  const say = useSay()
  const [form] = Form.useForm<Record<string, unknown>>()
  const { run, isActing, refusal, forget } = useAct(endpoint, { ...options, quiet: true })

  const [fault, setFault] = useState<string | null>(null)

  const blame = (faults: { name: string; message: string }[]): string[] => {
    const named = Object.keys(form.getFieldsValue())
    const fields = faults.filter(({ name }) => named.includes(name)).map(({ name, message }) => ({ name, errors: [message] }))
    form.setFields(fields)
    if (fields[0]) form.scrollToField(fields[0].name, { focus: true, block: 'nearest' })
    return faults.filter(({ name }) => !named.includes(name)).map(({ name, message }) => (name ? `${name}: ${message}` : message))
  }
  const send = async (values: Record<string, unknown>) => {
    const input = { ...fixed, ...(shape ? shape(values) : values) }
    const checked = endpoint.input.safeParse(input, { error: (issue) => say(...sayIssue(issue)) })
    const elsewhere = checked.success ? [] : blame(checked.error.issues.map(({ path, message }) => ({ name: String(path[0] ?? ''), message })))
    setFault(elsewhere.join('; ') || null)
    if (checked.success)
      await run(input as z.input<E['input']>).catch((refusal: CallError) => refusal.kind === 'invalid' && void blame(faultsIn(refusal.message)))
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    form.submit()
  }
  const initial = useMemo(() => ({ ...start }) as Record<string, unknown>, [start])

  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      onFinish={(values) => void send(values)}
      onValuesChange={() => {
        setFault(null)
        if (refusal) forget()
      }}
      onKeyDown={keys}
      scrollToFirstError={{ focus: true, block: 'nearest' }}
      className="form"
    >
      <Asked value={endpoint.input}>{children}</Asked>
      {(refusal || fault) && <Alert role="alert" type="error" showIcon title={refusal?.message ?? fault} className="form-refusal" />}
      <div className="form-end">
        <Button type="primary" htmlType="submit" loading={isActing} title={t('submitHint')}>
          {submit}
        </Button>
        {cancel && <Button onClick={cancel}>{leave ?? t('cancel')}</Button>}
      </div>
    </Form>
  )
}

type FieldProps = Omit<FormItemProps, 'name' | 'label' | 'extra' | 'help'> & { name: string; label: string; hint?: ReactNode }

/** A labelled field of a form, named as in the endpoint's input; says when it may stay empty. */
export function Field({ name, label, hint, children, ...rest }: FieldProps) {
  const t = useWords(words)
  const schema = use(Asked)
  const field = schema?.shape[name] as z.ZodType | undefined
  const mayBeEmpty = field ? field.safeParse(undefined).success || field.safeParse(null).success || field.safeParse('').success : true
  return (
    <Form.Item
      {...rest}
      name={name}
      label={
        <span>
          {label}
          {mayBeEmpty && <span className="field-optional"> ({t('optional')})</span>}
        </span>
      }
      {...(hint ? { extra: hint } : {})}
      validateTrigger={[]}
    >
      {children}
    </Form.Item>
  )
}
