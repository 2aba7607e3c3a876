"use client";

import { Button, type ButtonVariant } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { CopyButton } from "@/components/ui/copy-button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Menu, MenuButton } from "@/components/ui/menu";
import { OnDemand } from "./on-demand";
import { Room, Specimen } from "./specimen";

const variants: ButtonVariant[] = ["primary", "secondary", "danger", "quiet", "plain"];

export function Actions() {
  return (
    <Room title="Actions">
      <Specimen of="Button">
        <div className="flex flex-wrap gap-3">
          {variants.map((variant) => (
            <Button key={variant} type="button" variant={variant}>
              Button {variant}
            </Button>
          ))}
        </div>
        <div className="flex flex-wrap gap-3">
          {variants.map((variant) => (
            <Button key={variant} type="button" variant={variant} aria-disabled>
              Saving…
            </Button>
          ))}
        </div>
      </Specimen>
      <Specimen of="ButtonLink, CopyButton, Menu, MenuButton">
        <div className="flex flex-wrap gap-3">
          <ButtonLink href="/">Go to the overview</ButtonLink>
          <CopyButton text="fbe924ebbed58cf6a002f87a" label="Copy client_id" />
          <CopyButton text="secret" label="Copy secret" variant="primary" />
          <Menu id="sample-menu" trigger="More">
            <Button type="button" variant="plain" className="justify-start">
              Duplicate
            </Button>
            <ButtonLink href="/" variant="plain" className="justify-start">
              Print
            </ButtonLink>
          </Menu>
          <MenuButton opens="sample-menu">The same menu</MenuButton>
        </div>
      </Specimen>
      <Specimen of="ConfirmDialog">
        <div>
          <ConfirmDialog
            trigger="Open the question"
            title="Remove Harbor Pay?"
            safeLabel="Keep it"
            confirm={(safe) => (
              <div className="flex flex-wrap gap-3">
                {safe}
                <Button type="button" variant="danger">
                  Remove customer
                </Button>
              </div>
            )}
          >
            <p>Its keys stop working at once. This cannot be undone.</p>
          </ConfirmDialog>
        </div>
      </Specimen>
      <Specimen of="ErrorSummary, which takes the focus">
        <OnDemand what="the error summary">
          <ErrorSummary
            errors={[
              { href: "#empty", message: "Enter the company name" },
              { href: "#wrong", message: "Enter the application name" },
            ]}
            problem={<p>Plaid refused the submission.</p>}
          />
        </OnDemand>
      </Specimen>
    </Room>
  );
}
