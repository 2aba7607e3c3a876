"use client";

import { CheckboxField } from "@/components/ui/checkbox-field";
import { Field } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { RadioGroup } from "@/components/ui/radio-group";
import type { Answers } from "@/lib/onboarding/model";
import { productGroups } from "@/lib/products/model";
import { AnswerForm } from "./answer-form";
import { isOpen } from "./guest";
import type { StepProps } from "./step-props";
import { useStepForm } from "./use-step-form";
import { WhoSeesThis } from "./who-sees-this";

export function ProductsStep({
  amountRequired,
  ours,
  ...props
}: StepProps<Answers["products"]> & {
  amountRequired: boolean;
  /** What the partner has itself, by name: for its own people. */
  ours?: string;
}) {
  const step = useStepForm({ step: "products", ...props });
  const { products } = step.state.values;
  const { guest } = props;
  const readOnly = !isOpen(guest, "products");
  return (
    <AnswerForm
      step={step}
      from={props.from}
      guest={props.guest}
      aside={<WhoSeesThis of={["plaid"]} guest={props.guest} />}
    >
      <RadioGroup
        {...step.field("use")}
        chip={undefined}
        legend={`Which products ${guest ? "do you" : "does the end customer"} need?`}
        options={[
          {
            value: "ours",
            label: `The same as ${guest?.partner ?? "ours"}`,
            hint: guest ? `Also those ${guest.partner} adds later.` : hintOf(ours),
          },
          { value: "chosen", label: "Only these" },
        ]}
      />
      <Fieldset
        id="products"
        legend={<span className="sr-only">Products</span>}
        look="label"
        className="gap-6 border-l-2 pl-6"
        error={step.errorOf("products") ?? step.errorOf("products.0")}
        warning={step.warningOf("products")}
      >
        {productGroups.map((group) => (
          <Fieldset
            key={group.title}
            id={group.title}
            legend={group.title}
            look="group"
            className="gap-3"
          >
            {group.products.map(({ code, name, about }) => (
              <CheckboxField
                key={code}
                id={`products-${code}`}
                name="products"
                label={name}
                hint={about}
                value={code}
                defaultChecked={products.includes(code)}
                readOnly={readOnly}
              />
            ))}
          </Fieldset>
        ))}
      </Fieldset>
      {amountRequired ? (
        <Fieldset
          id="assetsUnderManagement"
          legend="Size"
          hint={
            guest
              ? "Plaid needs to know the size of your company."
              : "Your agreement with Plaid has a monthly commitment, so Plaid needs the size of each end customer."
          }
        >
          <Field
            label="Assets under management"
            hint="Such as 2,500,000"
            inputMode="decimal"
            autoComplete="off"
            className="max-w-64"
            {...step.field("assetsUnderManagement.amount")}
          />
          <Field
            label="Currency"
            hint="A code of three letters, such as USD"
            autoComplete="off"
            className="max-w-24"
            {...step.field("assetsUnderManagement.currency")}
          />
        </Fieldset>
      ) : (
        !guest && (
          <p className="text-muted">
            Assets under management are not asked for: your agreement with Plaid has no monthly
            commitment.
          </p>
        )
      )}
    </AnswerForm>
  );
}

function hintOf(ours: string | undefined): string {
  return ours ? `${ours}. Also those we add later.` : "Also those we add later.";
}
