import type { ReactNode } from "react";
import { StatusBadge } from "@/components/customers/status-badge";
import type { Found } from "./use-customer-search";

export function OptionGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a listbox has groups, and no fieldsets
    <div role="group" aria-label={title}>
      <p aria-hidden="true" className="px-2 pt-2 pb-1 font-medium text-muted text-sm">
        {title}
      </p>
      {children}
    </div>
  );
}

type Props = {
  id: string;
  active: boolean;
  choose: () => void;
  /** The pointer is over it. */
  point: () => void;
};

/** The focus stays in the field; keys and pointer move what is active. */
export function Option({ id, active, choose, point, children }: Props & { children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox that has the focus listens for keys
    <div
      id={id}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      onClick={choose}
      onPointerMove={point}
      className="flex min-h-target cursor-pointer flex-col gap-1 rounded-control px-2 py-2 aria-selected:bg-neutral-tint forced-colors:aria-selected:outline"
    >
      {children}
    </div>
  );
}

/** Who it is, how it stands, and what keeps it from going on. */
export function CustomerOption({ customer, ...option }: Props & { customer: Found }) {
  const { name, legalEntityName, status, line } = customer;
  return (
    <Option {...option}>
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="wrap-anywhere min-w-0 font-medium">{name}</span>
        <StatusBadge status={status} />
      </span>
      <span className="wrap-anywhere text-muted text-sm">
        {legalEntityName !== name && legalEntityName && `${legalEntityName} · `}
        {line}
      </span>
    </Option>
  );
}
