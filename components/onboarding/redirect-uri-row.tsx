"use client";

import { type Control, useWatch } from "react-hook-form";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import type { Answers } from "@/lib/onboarding/model";

type Input = Omit<Parameters<typeof Field>[0], "label"> & { defaultValue: string };

/** One line of the list. */
export function RedirectUriRow({
  row,
  control,
  input,
  onRemove,
}: {
  row: number;
  control: Control<Answers["redirect-uris"]>;
  input: Input;
  onRemove: () => void;
}) {
  const watched = useWatch({ control, name: `redirectUris.${row}` });
  const uri = watched ?? input.defaultValue;
  return (
    <div className="flex min-w-0 flex-wrap items-end gap-x-3 gap-y-2">
      <div className="min-w-0 grow basis-64">
        <Field
          label={`Redirect URI ${row + 1}`}
          type="url"
          inputMode="url"
          autoComplete="off"
          {...input}
        />
      </div>
      <Button type="button" variant="quiet" onClick={onRemove} className="noscript:hidden">
        Remove<span className="sr-only"> redirect URI {row + 1}</span>
      </Button>
      {isLocal(uri) && (
        <div className="basis-full">
          <Badge tone="neutral">Sandbox only</Badge>{" "}
          <span className="text-muted text-sm">Production users cannot reach localhost.</span>
        </div>
      )}
    </div>
  );
}

function isLocal(uri: string): boolean {
  return /^https?:\/\/localhost([:/]|$)/i.test(uri.trim());
}
