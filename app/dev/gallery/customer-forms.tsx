"use client";

import type { ComponentProps } from "react";
import { TickForm } from "@/components/launch/tick-form";
import { UntickForm } from "@/components/launch/untick-form";
import { DuplicateForm } from "@/components/onboarding/duplicate-form";
import { menuItemLook } from "@/components/ui/menu";

// A server component could not give them functions.

export function Duplicate() {
  return <DuplicateForm duplicate={async () => {}} look={`${menuItemLook} grow`} />;
}

export function Tick(props: Omit<ComponentProps<typeof TickForm>, "tick">) {
  return <TickForm {...props} tick={async () => null} />;
}

export function Untick(props: Omit<ComponentProps<typeof UntickForm>, "untick">) {
  return <UntickForm {...props} untick={async () => {}} />;
}
