"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { CountryOptions } from "@/components/onboarding/country-options";
import { Button } from "@/components/ui/button";
import { CheckboxField } from "@/components/ui/checkbox-field";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field, SelectField, TextAreaField } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import type { FieldValue, Patch } from "@/lib/answers/model";
import { fieldAt } from "@/lib/fields/model";
import type { Translate } from "@/lib/languages/model";
import type { FieldErrors } from "@/lib/onboarding/model";
import { productGroups } from "@/lib/products/model";
import { type ChangeItem, changeItems, type RecordError } from "@/lib/recorded-changes/model";

export type ChangeState = { error: RecordError; typed: Patch } | null;

/** Records what was changed at Plaid, with the fields of the wizard. */
export function ChangeForm({
  item,
  values,
  record,
}: {
  item: ChangeItem;
  values: Patch;
  record: (state: ChangeState, form: FormData) => Promise<ChangeState>;
}) {
  const t = useTranslations("recordedChanges.form");
  const [state, action, pending] = useActionState(record, null);
  const errors = state?.error.code === "wrong" ? state.error.errors : {};
  return (
    <form action={action} noValidate className="flex w-full flex-col items-start gap-6">
      {state && (
        <div className="w-full">
          <ErrorSummary errors={summaryOf(item, state.error, t)} />
        </div>
      )}
      {changeItems[item].paths.map((path) => (
        <ChangeField
          key={path}
          item={item}
          path={path}
          value={state?.typed[path] ?? values[path]}
          errors={errors}
        />
      ))}
      <Button aria-disabled={pending}>{t(pending ? "recording" : "record")}</Button>
    </form>
  );
}

function summaryOf(
  item: ChangeItem,
  error: RecordError,
  t: Translate<"recordedChanges.form">,
): { href: string; message: string }[] {
  const [first = ""] = changeItems[item].paths;
  switch (error.code) {
    case "wrong":
      return Object.entries(error.errors).map(([path, message]) => ({
        href: `#${path.replace(/\.\d+$/, "")}`,
        message,
      }));
    case "unchanged":
      return [{ href: `#${first}`, message: t("unchanged") }];
    default:
      return [{ href: "#main", message: t("gone") }];
  }
}

type FieldProps = {
  item: ChangeItem;
  path: string;
  value: FieldValue | undefined;
  errors: FieldErrors;
};

function ChangeField({ item, path, value, errors }: FieldProps) {
  const t = useTranslations("recordedChanges.form");
  const name = useTranslations("fields");
  const field = fieldAt(changeItems[item].step, path);
  const about = {
    name: path,
    label: field ? name(field.name) : changeItems[item].title,
    error: errors[path],
  };
  if (path === "products") return <Products chosen={listOf(value)} error={errors.products} />;
  if (path === "redirectUris") {
    return (
      <div className="w-full">
        <TextAreaField
          {...about}
          error={Object.values(errors)[0]}
          hint={t("redirectUris")}
          rows={6}
          defaultValue={listOf(value).join("\n")}
        />
      </div>
    );
  }
  const text = typeof value === "string" ? value : "";
  if (path === "address.countryCode") {
    return (
      <SelectField key={text} {...about} defaultValue={text}>
        <CountryOptions field="address.countryCode" />
      </SelectField>
    );
  }
  return (
    <div className="w-full">
      <Field {...about} defaultValue={text} autoComplete="off" />
    </div>
  );
}

function listOf(value: FieldValue | undefined): string[] {
  return Array.isArray(value) ? value : [];
}

function Products({ chosen, error }: { chosen: string[]; error: string | undefined }) {
  const t = useTranslations("recordedChanges.form.products");
  return (
    <Fieldset
      id="products"
      legend={t("legend")}
      hint={t("hint")}
      look="label"
      className="gap-3"
      error={error}
    >
      {productGroups
        .flatMap((group) => [...group.products])
        .map(({ code, name }) => (
          <CheckboxField
            key={code}
            id={`products-${code}`}
            name="products"
            label={name}
            value={code}
            defaultChecked={chosen.includes(code)}
          />
        ))}
    </Fieldset>
  );
}
