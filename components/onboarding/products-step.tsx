"use client";

import { CheckboxField } from "@/components/ui/checkbox-field";
import { Field } from "@/components/ui/field";
import { FieldError } from "@/components/ui/field-parts";
import { type Answers, productGroups } from "@/lib/onboarding/model";
import { AnswerForm } from "./answer-form";
import type { StepProps } from "./step-props";
import { useStepForm } from "./use-step-form";

export function ProductsStep({
  amountRequired,
  ...props
}: StepProps<Answers["products"]> & { amountRequired: boolean }) {
  const step = useStepForm({ step: "products", ...props });
  const { products } = step.state.values;
  const error = step.errorOf("products") ?? step.errorOf("products.0");
  return (
    <AnswerForm step={step} from={props.from}>
      <p>Choose what the end customer needs. Choose none to give it the same products as yours.</p>
      <div id="products" tabIndex={-1} className="flex flex-col gap-6">
        <FieldError id="products" error={error} />
        {productGroups.map((group) => (
          <fieldset key={group.title} className="flex flex-col gap-3">
            <legend className="mb-3 font-semibold text-lg">{group.title}</legend>
            {group.products.map(({ code, name, about }) => (
              <CheckboxField
                key={code}
                id={`products-${code}`}
                name="products"
                label={name}
                hint={about}
                value={code}
                defaultChecked={products.includes(code)}
              />
            ))}
          </fieldset>
        ))}
      </div>
      <fieldset className="flex flex-col gap-6">
        <legend className="mb-2 font-semibold text-lg">Size</legend>
        <p className="-mt-2 text-muted">
          {amountRequired
            ? "Your agreement with Plaid has a monthly commitment, so Plaid needs both."
            : "Only needed when your agreement with Plaid has a monthly commitment. Yours has none."}
        </p>
        <Field
          label="Assets under management"
          optional={!amountRequired}
          hint="In digits, such as 2500000"
          inputMode="decimal"
          autoComplete="off"
          className="max-w-64"
          {...step.field("assetsUnderManagement.amount")}
        />
        <Field
          label="Currency"
          optional={!amountRequired}
          hint="A code of three letters, such as USD"
          autoComplete="off"
          className="max-w-24"
          {...step.field("assetsUnderManagement.currency")}
        />
      </fieldset>
    </AnswerForm>
  );
}
