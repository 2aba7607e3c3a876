"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, startTransition, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { CheckboxField } from "@/components/ui/checkbox-field";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { SecretKind } from "@/lib/secrets/model";
import { SecretValue } from "./secret-value";
import { Clock } from "./texts";
import { useLeaveGuard } from "./use-leave-guard";
import { useAutoHide, useStrayPresses } from "./use-watched-panel";

type Props = {
  company: string;
  clientId: string;
  secrets: { kind: SecretKind; secret: string }[];
  /** When the values are deleted, ISO 8601. */
  until: string;
  /** Says that they are stored; without JavaScript the page comes back without them. */
  store: (form: FormData) => Promise<void>;
  hide: () => void;
};

/**
 * The one time a secret is on a screen. It is no dialog, so that neither Escape nor a click beside
 * it can lose it, and leaving the page asks first.
 */
export function SecretPanel({ company, clientId, secrets, until, store, hide }: Props) {
  const t = useTranslations("handover.panel");
  const hydrated = useHydrated();
  const [unstored, setUnstored] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  useLeaveGuard(t("leave"));
  const { closing, keepOpen } = useAutoHide(until, hide);
  const strays = useStrayPresses(place);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    if (!form.has("stored")) return setUnstored(true);
    startTransition(async () => {
      await store(form);
      hide();
    });
  }

  return (
    <div
      ref={place}
      tabIndex={-1}
      className={`flex min-w-0 flex-col gap-6 rounded-card border-2 border-primary p-4 ${strays > 0 ? "outline-2 outline-primary outline-offset-4" : ""}`}
    >
      <div className="flex flex-col gap-1">
        <p className="font-medium">{t("once")}</p>
        <p className="text-muted">{t.rich("until", { clock: () => <Clock at={until} /> })}</p>
        <p role="status" className="font-medium">
          {strays > 0 && t("stray")}
        </p>
      </div>
      {secrets.map((one) => (
        <SecretValue
          key={one.kind}
          {...{ company, clientId, ...one }}
          alone={secrets.length === 1}
        />
      ))}
      <div role="status" className="flex flex-wrap items-center gap-3 empty:hidden">
        {closing && (
          <>
            <p>{t("closing")}</p>
            {keepOpen && (
              <Button type="button" variant="secondary" onClick={keepOpen}>
                {t("keep")}
              </Button>
            )}
          </>
        )}
      </div>
      <form
        action={store}
        noValidate={hydrated}
        className="flex flex-col items-start gap-3"
        onSubmit={onSubmit}
      >
        <CheckboxField
          label={t("stored")}
          name="stored"
          error={unstored ? t("unstored") : undefined}
          required
        />
        <Button variant="secondary">{t("done")}</Button>
      </form>
    </div>
  );
}
