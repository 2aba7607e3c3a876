import { CheckboxField } from "@/components/ui/checkbox-field";
import { Chip } from "@/components/ui/chip";
import { Disclosure } from "@/components/ui/disclosure";
import { Field, SelectField, TextAreaField } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { Eye } from "@/components/ui/icons";
import { RadioGroup } from "@/components/ui/radio-group";
import { Room } from "./specimen";

const chip = <Chip icon={<Eye className="size-3.5" />}>Public</Chip>;
const hint = "Everyone who connects a bank sees it in Link.";
const warning = "Northwind Payroll has this application name too";
const error = "Enter the application name";

export function Fields() {
  return (
    <Room title="Fields">
      <div className="flex max-w-form flex-col gap-6">
        <Field id="empty" label="Empty" />
        <Field id="filled" label="Filled" defaultValue="Acme Pay" hint={hint} />
        <Field id="optional" label="Optional" optional hint={hint} chip={chip} />
        <Field id="warned" label="With a warning" defaultValue="Acme Pay" {...{ chip, warning }} />
        <Field id="wrong" label="With an error" {...{ chip, hint, error }} />
        <Field id="both" label="With both" defaultValue="A" {...{ hint, error, warning }} />
        <SelectField id="select" label="Select" chip={chip} defaultValue="b">
          <option value="a">Germany</option>
          <option value="b">United States</option>
        </SelectField>
        <TextAreaField id="area" label="Text area" rows={3} {...{ chip, hint, warning }} />
        <CheckboxField id="box" label="Checkbox" {...{ chip, hint, warning }} />
        <CheckboxField id="wrong-box" label="Checkbox with an error" error="Tick the box" />
        <RadioGroup
          legend="Technical contact"
          look="section"
          name="use"
          defaultValue="theirs"
          {...{ chip, hint, warning }}
          options={[
            { value: "ours", label: "Use our contact", hint: "Bob Jones, bob@partner.example" },
            { value: "theirs", label: "Someone at the customer" },
          ]}
        />
        <RadioGroup
          legend="With an error"
          name="unanswered"
          error="Choose one"
          options={[
            { value: "yes", label: "Yes" },
            { value: "no", label: "No" },
          ]}
        />
        <Fieldset id="address" legend="Address" {...{ chip, hint }}>
          <Field id="street" label="Street" />
          <Field id="city" label="City" />
        </Fieldset>
        <Disclosure summary="What Plaid does with it">
          <p>Plaid shows it in Link, in the Dashboard and in the Portal.</p>
        </Disclosure>
      </div>
    </Room>
  );
}
