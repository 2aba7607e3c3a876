"use client";

import { useTranslations } from "next-intl";
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
  const t = useTranslations("steps.products");
  const name = useTranslations("fields.products");
  const product = useTranslations("products");
  const readOnly = !isOpen(guest, "products");
  const ourHint = ours ? t("staff.laterThan", { products: ours }) : t("staff.later");
  return (
    <AnswerForm
      step={step}
      from={props.from}
      guest={guest}
      aside={<WhoSeesThis of={["plaid"]} guest={guest} />}
    >
      <RadioGroup
        {...step.field("use")}
        chip={undefined}
        legend={t(guest ? "guest.which" : "staff.which")}
        options={[
          {
            value: "ours",
            label: guest ? t("guest.same", { partner: guest.partner }) : t("staff.same"),
            hint: guest ? t("guest.later", { partner: guest.partner }) : ourHint,
          },
          { value: "chosen", label: t("only") },
        ]}
      />
      <Fieldset
        id="products"
        legend={<span className="sr-only">{name("products")}</span>}
        look="label"
        className="gap-6 border-l-2 pl-6"
        error={step.errorOf("products") ?? step.errorOf("products.0")}
        warning={step.warningOf("products")}
      >
        {productGroups.map((group) => (
          <Fieldset
            key={group.id}
            id={group.id}
            legend={product(`groups.${group.id}`)}
            look="group"
            className="gap-3"
          >
            {group.products.map(({ code, name }) => (
              <CheckboxField
                key={code}
                id={`products-${code}`}
                name="products"
                label={name}
                hint={product(`about.${code}`)}
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
          legend={t("size")}
          hint={t(guest ? "guest.sizeHint" : "staff.sizeHint")}
        >
          <Field
            label={name("assetsUnderManagement.amount")}
            hint={t("hints.amount")}
            inputMode="decimal"
            autoComplete="off"
            className="max-w-64"
            {...step.field("assetsUnderManagement.amount")}
          />
          <Field
            label={name("assetsUnderManagement.currency")}
            hint={t("hints.currency")}
            autoComplete="off"
            className="max-w-24"
            {...step.field("assetsUnderManagement.currency")}
          />
        </Fieldset>
      ) : (
        !guest && <p className="text-muted">{t("staff.noSize")}</p>
      )}
    </AnswerForm>
  );
}
