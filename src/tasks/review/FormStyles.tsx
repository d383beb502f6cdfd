import { Checkbox, DatePicker, Form, Input, Select } from 'antd'
import { useLater } from '../../ui/useLater.ts'

/** Keeps the styles of a form's fields on the page: put in and out with each form, they would have the whole list of tasks styled anew each time. */
export function FormStyles() {
  const isTime = useLater()
  return isTime ? (
    <div hidden inert>
      <Form component={false}>
        <Form.Item>
          <Input.TextArea />
        </Form.Item>
      </Form>
      <Input />
      <Select />
      <DatePicker />
      <Checkbox />
    </div>
  ) : null
}
