"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { CheckboxField } from "@/components/ui/checkbox-field";
import type { StoredLogo } from "@/lib/logos/model";
import type { Answers } from "@/lib/onboarding/model";
import { AnswerForm } from "./answer-form";
import { LinkIllustration } from "./illustrations";
import { LogoField } from "./logo-field";
import { LogoStored } from "./logo-stored";
import type { StepProps } from "./step-props";
import { useLogoStudio } from "./use-logo-studio";
import { useObjectUrl } from "./use-object-url";
import { useStepForm } from "./use-step-form";
import { WhoSeesThis } from "./who-sees-this";

export function LogoStep({
  stored,
  storedAt,
  uploadTo,
  beforeCopying,
  ...props
}: StepProps<Answers["logo"]> & {
  stored: StoredLogo | null;
  /** Where stored logos lie, each under its hash. */
  storedAt: string;
  /** Where a logo is posted to by itself. */
  uploadTo: string;
  /** Shown to staff while the customization is to be copied. */
  beforeCopying?: ReactNode;
}) {
  const t = useTranslations("logo.step");
  const notYet = t("notYet");
  const input = useRef<HTMLInputElement>(null);
  const [logo, setLogo] = useState(props.initial.values.logo);
  const [uploaded, setUploaded] = useState<{ logo: StoredLogo; image: Blob }>();
  const studio = useLogoStudio();
  const { opened, problem } = studio;
  const step = useStepForm({
    step: "logo",
    ...props,
    obstacles: () => (opened ? { logo: notYet } : {}),
    onShown: (path, value) => path === "logo" && setLogo(String(value)),
  });
  const { chip, warning, error, readOnly } = step.field("logo");
  const { defaultValue: _, ...customization } = step.field("createLinkCustomization");

  // What was uploaded here is shown from here: it may not be part of the draft yet.
  const image = uploaded?.logo.sha256 === logo ? uploaded.image : undefined;
  const ownSrc = useObjectUrl(image);
  const src = image && ownSrc ? ownSrc : `${storedAt}/${logo}`;

  function take(taken: StoredLogo, image: Blob) {
    setUploaded({ logo: taken, image });
    setLogo(taken.sha256);
    studio.close();
    step.onInput();
  }

  const { onSubmit, waiting } = useWaiting(studio, step.onSubmit);

  return (
    <AnswerForm
      step={{ ...step, onSubmit, pending: step.pending || waiting }}
      from={props.from}
      guest={props.guest}
      aside={
        <WhoSeesThis of={["public", "plaid"]} guest={props.guest}>
          <LinkIllustration {...props.facts} logo={logo && src} />
        </WhoSeesThis>
      }
      moreButtons={
        logo !== "" &&
        !readOnly && (
          <Button name="intent" value="remove-logo" variant="quiet" onClick={studio.close}>
            {t("remove")}
          </Button>
        )
      }
    >
      <input type="hidden" name="logo" value={logo} />
      {logo !== "" && !opened && (
        <LogoStored
          src={src}
          image={image}
          facts={[uploaded?.logo, stored].find((known) => known?.sha256 === logo)}
          studio={readOnly ? undefined : studio}
        />
      )}
      {!readOnly && (
        <LogoField
          input={input}
          replaces={logo !== ""}
          open={opened !== undefined || studio.underWay}
          chip={chip}
          warning={warning}
          // A chosen image that has been discarded stands in nobody's way.
          error={problem ?? (error === notYet && !opened ? undefined : error)}
          onChoose={(file, name) => void studio.open({ file, name })}
        />
      )}
      {opened && (
        <opened.Studio
          key={opened.key}
          image={opened.image}
          uploadTo={uploadTo}
          onUnderWay={studio.setUnderWay}
          onStored={take}
          onDiscard={studio.close}
        />
      )}
      <div className="group flex flex-col gap-3">
        <CheckboxField
          {...customization}
          label={props.guest ? t("copyTheirs", { partner: props.guest.partner }) : t("copyOurs")}
          hint={t("needsLogo")}
          defaultChecked={step.state.values.createLinkCustomization}
        />
        {beforeCopying}
      </div>
    </AnswerForm>
  );
}

/** Sent while an upload is under way, the form goes as soon as that has come to its end. */
function useWaiting(
  { underWay, problem }: Pick<ReturnType<typeof useLogoStudio>, "underWay" | "problem">,
  send: (event: FormEvent<HTMLFormElement>) => void,
) {
  const [wanted, setWanted] = useState<{ form: HTMLFormElement; button: HTMLElement | null }>();
  useEffect(() => {
    if (!wanted || underWay) return;
    setWanted(undefined);
    // Without the image that was chosen, going on is another decision.
    if (!problem) wanted.form.requestSubmit(wanted.button);
  }, [wanted, underWay, problem]);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    if (!underWay) return send(event);
    event.preventDefault();
    const button = event.nativeEvent instanceof SubmitEvent ? event.nativeEvent.submitter : null;
    setWanted({ form: event.currentTarget, button });
  }
  return { onSubmit, waiting: wanted !== undefined };
}
