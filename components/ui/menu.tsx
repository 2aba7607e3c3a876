import type { ReactNode } from "react";
import { buttonLook } from "./button";

export const menuLook =
  "m-auto w-56 max-w-[calc(100vw-2rem)] flex-col gap-1 rounded-card border bg-page p-2 text-ink lifted open:flex";

/** Of a link or button in a menu. Where colours are forced its border shows. */
export const menuItemLook =
  "flex min-h-control cursor-pointer items-center rounded-control border border-transparent px-2 hover:bg-surface";

/**
 * More to do, behind a button. The browser itself opens it, closes it on Escape or a click beside
 * it, and gives the focus back: it needs no script.
 */
export function Menu({
  id,
  trigger,
  children,
}: {
  id: string;
  /** What the button shows and is called. */
  trigger: ReactNode;
  children: ReactNode;
}) {
  return (
    <>
      <MenuButton opens={id}>{trigger}</MenuButton>
      <div id={id} popover="auto" className={menuLook}>
        {children}
      </div>
    </>
  );
}

export function MenuButton({
  opens,
  className,
  children,
}: {
  /** Id of a popover. */
  opens: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <button type="button" popoverTarget={opens} className={buttonLook("plain", className)}>
      {children}
    </button>
  );
}
