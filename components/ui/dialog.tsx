import { type ReactNode, useId } from "react";

/**
 * Open as long as it is drawn. The browser keeps the focus inside, closes it on Escape, and gives the
 * focus back to what had it.
 */
export function Dialog({
  title,
  titleLook,
  role,
  description,
  closed,
  className,
  children,
}: {
  title: string;
  titleLook: string;
  /** Of a question that has to be answered; a click beside it closes any other. */
  role?: "alertdialog";
  /** Read out with the title. */
  description?: ReactNode;
  closed: () => void;
  className: string;
  children: ReactNode;
}) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: for keys there is Escape, which browsers know
    <dialog
      ref={keepOpen}
      role={role}
      aria-labelledby={`${id}title`}
      aria-describedby={description ? `${id}description` : undefined}
      onClose={({ currentTarget }) => currentTarget.open || closed()}
      onClick={({ target, currentTarget }) => {
        if (!role && target === currentTarget) currentTarget.close();
      }}
      className={`mx-auto w-[calc(100vw-2rem)] flex-col rounded-card border bg-page text-ink lifted open:flex backdrop:bg-page/80 ${className}`}
    >
      <h2 id={`${id}title`} className={titleLook}>
        {title}
      </h2>
      {description && (
        <div id={`${id}description`} className="flex flex-col gap-2">
          {description}
        </div>
      )}
      {children}
    </dialog>
  );
}

function keepOpen(dialog: HTMLDialogElement) {
  dialog.showModal();
  return () => dialog.close();
}
