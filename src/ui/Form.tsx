import { Alert, Button, Form, type FormItemProps } from 'antd'
import { createContext, type KeyboardEvent, type ReactNode, use, useEffect, useMemo, useRef, useState } from 'react'
import type { z } from 'zod'
import type { Endpoint } from '../kernel/endpoint.ts'
import { type ActOptions, useAct } from './ask.ts'
import { showDay, showMoment, thisMoment } from './days.ts'
import { useDrafts } from './drafts.ts'
import { sayAbsent, sayIssue } from './issues.ts'
import { StrayDays } from './strayDays.ts'
import { type UploadState, Uploads } from './uploads.ts'
import { useSay, useWords } from './useWords.tsx'
import { words } from './words.ts'

const Asked = createContext<z.ZodObject | null>(null)
/** Where the fields of a form tell that the act at hand needs them, though the endpoint might do without. */
const Needed = createContext<Set<string>>(new Set())
const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0)

type Props<E extends Endpoint> = ActOptions<E> & {
  endpoint: E
  /** What the fields hold at first. */
  start?: Partial<z.input<E['input']>> | undefined
  /** What goes with it and isn't asked. */
  fixed?: Partial<z.input<E['input']>> | undefined
  /** Turns what the fields hold into what the endpoint takes, where they differ. */
  shape?: (values: Record<string, unknown>) => Record<string, unknown>
  /** Whether there is anything to send; without it there always is. */
  ready?: ((values: Record<string, unknown>) => boolean) | undefined
  submit: string
  cancel?: (() => void) | undefined
  /** The words on the button that leaves, where «Hủy» does not fit. */
  leave?: string | undefined
  /** Keeps what is typed under this name in this window until it is sent or dropped; never for passwords. */
  draftKey?: string | undefined
  /** Keeps it in the browser instead, over closed windows and other sessions; still for the one who typed it alone. */
  draftLasts?: boolean | undefined
  /** The version of the thing that the form shows: what was typed over another one is restored with a warning. */
  draftVersion?: number | undefined
  children: ReactNode
}

/** A form that acts through an endpoint: checked by the endpoint's own schema before it is sent, refusals shown where they belong, nothing typed is ever lost. */
export function ActForm<E extends Endpoint>(props: Props<E>) {
  const { draftKey, draftVersion, draftLasts } = props
  const drafts = useDrafts(draftLasts)
  const [round, setRound] = useState(0)
  const [draft, setDraft] = useState(() => drafts.read(draftKey))
  const dropDraft = () => {
    drafts.drop(draftKey)
    setDraft(undefined)
    setRound(round + 1)
  }
  return (
    <>
      {draft && <DraftNotice at={draft.at} isOlder={draft.version !== draftVersion} drop={dropDraft} />}
      <BareForm key={round} {...props} start={(draft ? { ...props.start, ...draft.values } : props.start) as Props<E>['start']} />
    </>
  )
}

function BareForm<E extends Endpoint>({
  endpoint,
  start,
  fixed,
  shape,
  ready,
  submit,
  cancel,
  leave,
  draftKey,
  draftVersion,
  draftLasts,
  children,
  done,
  ...options
}: Props<E>) {
  const t = useWords(words)
  const say = useSay()
  const drafts = useDrafts(draftLasts)
  const [form] = Form.useForm<Record<string, unknown>>()
  const element = useRef<HTMLDivElement>(null)
  const [uploads] = useState(() => new Map<string, UploadState>())
  const { run, isActing, refusal, forget } = useAct(endpoint, {
    ...options,
    quiet: true,
    done: (output, input) => {
      drafts.drop(draftKey)
      done?.(output, input)
    },
  })
  const [strays] = useState(() => new Set<string>())
  const [needed] = useState(() => new Set<string>())
  const [fault, setFault] = useState<string | null>(null)
  const initial = useMemo(() => ({ ...start }) as Record<string, unknown>, [start])
  const typed = Form.useWatch([], form) as Record<string, unknown> | undefined

  /** Shows faults at their fields and goes to the first of them; answers with those that belong to no field. */
  const blame = (faults: { name: string; message: string }[]): string[] => {
    const named = Object.keys(form.getFieldsValue())
    const fields = faults.filter(({ name }) => named.includes(name))
    form.setFields(fields.map(({ name, message }) => ({ name, errors: [message] })))
    const blamed = new Set(fields.map(({ name }) => name))
    const first = [...(element.current?.querySelectorAll<HTMLElement>('[data-field]') ?? [])].find((field) => blamed.has(field.dataset.field ?? ''))
    if (first) requestAnimationFrame(() => goTo(first))
    return faults.filter(({ name }) => !named.includes(name)).map(({ message }) => message)
  }
  /** The field of this form that something within the input belongs to: the innermost that has one. */
  const fieldOf = (path: readonly PropertyKey[]): string => {
    const named = Object.keys(form.getFieldsValue())
    return String(path.findLast((part) => named.includes(String(part))) ?? path[0] ?? '')
  }
  const send = async (values: Record<string, unknown>) => {
    const states = [...uploads.values()]
    if (states.includes('failed')) return setFault(t('filesFailed'))
    if (states.includes('sending')) return setFault(t('filesSending'))
    if (strays.size > 0) return element.current?.querySelector<HTMLElement>('[data-stray]')?.focus()
    const input = { ...fixed, ...(shape ? shape(values) : values) }
    const checked = endpoint.input.safeParse(input, { error: (issue) => say(...sayIssue(issue)) })
    const faults = [
      ...[...needed].filter((name) => isEmpty(values[name])).map((name) => ({ name, message: say(sayAbsent(name)) })),
      ...(checked.success ? [] : checked.error.issues.map(({ path, message }) => ({ name: fieldOf(path), message }))),
    ]
    setFault(blame(faults).join('; ') || null)
    if (faults.length === 0) await run(input as z.input<E['input']>).catch(() => undefined) // what is refused is shown under the fields
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    form.submit()
  }

  return (
    <div ref={element}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={initial}
        onFinish={(values) => void send(values)}
        onValuesChange={(changed: Record<string, unknown>, values: Record<string, unknown>) => {
          setFault(null)
          if (refusal) forget()
          form.setFields(Object.keys(changed).map((name) => ({ name, errors: [] })))
          drafts.keep(draftKey, values, draftVersion)
        }}
        onKeyDown={keys}
        className="form"
      >
        <Asked value={endpoint.input}>
          <Uploads value={uploads}>
            <StrayDays value={strays}>
              <Needed value={needed}>{children}</Needed>
            </StrayDays>
          </Uploads>
        </Asked>
        {(refusal || fault) && <Alert role="alert" type="error" showIcon title={refusal?.message ?? fault} className="form-refusal" />}
        <div className="form-end">
          {cancel && (
            <Button
              onClick={() => {
                drafts.drop(draftKey)
                cancel()
              }}
            >
              {leave ?? t('cancel')}
            </Button>
          )}
          <Button
            type="primary"
            htmlType="submit"
            loading={isActing}
            disabled={ready ? !ready({ ...initial, ...typed }) : false}
            title={t('submitHint')}
          >
            {submit}
          </Button>
        </div>
      </Form>
    </div>
  )
}

/** Brings a faulty field into sight and puts the cursor there. */
function goTo(field: HTMLElement): void {
  field.querySelector<HTMLElement>('input:not([type=file]), textarea, button, [tabindex="0"]')?.focus({ preventScroll: true })
  field.scrollIntoView({ block: 'center' })
}

/** Says that what was typed before stands in the form again, and lets it go. */
export function DraftNotice({ at, isOlder = false, drop }: { at: string; isOlder?: boolean; drop: () => void }) {
  const t = useWords(words)
  const [day, time] = showMoment(at).split(' ')
  const shown = day === showDay(thisMoment()) ? time : `${time} ${day}`
  return (
    <Alert
      role="status"
      className="draft-notice"
      type={isOlder ? 'warning' : 'info'}
      showIcon
      title={t(isOlder ? 'draftOfOlder' : 'draftRestored', { at: shown ?? '' })}
      action={
        <Button size="small" onClick={drop}>
          {t('draftDrop')}
        </Button>
      }
    />
  )
}

type FieldProps = Omit<FormItemProps, 'name' | 'label' | 'extra' | 'help' | 'required'> & {
  name: string
  label: string
  hint?: ReactNode
  /** Nothing is said of leaving it empty, though the endpoint might do without: it always holds something, or another field asks for it. */
  isExpected?: boolean
  /** The act at hand needs it, though the endpoint might do without: it is not sent empty. */
  required?: boolean
}

/** A labelled field of a form, named as in the endpoint's input; says when it may stay empty. */
export function Field({ name, label, hint, isExpected = false, required = false, children, ...rest }: FieldProps) {
  const t = useWords(words)
  const needed = use(Needed)
  useEffect(() => {
    if (!required) return
    needed.add(name)
    return () => void needed.delete(name)
  }, [needed, name, required])
  const schema = use(Asked)
  const field = schema?.shape[name] as z.ZodType | undefined
  const mayBeEmpty = field ? field.safeParse(undefined).success || field.safeParse(null).success || field.safeParse('').success : true
  return (
    <Form.Item
      {...rest}
      data-field={name}
      name={name}
      label={
        <span>
          {label}
          {mayBeEmpty && !isExpected && !required && <span className="field-optional"> ({t('optional')})</span>}
        </span>
      }
      {...(hint ? { extra: hint } : {})}
      validateTrigger={[]}
    >
      {children}
    </Form.Item>
  )
}
