import { Button } from "@/components/ui/button";
import { Message } from "./message";

export type ServiceProblemProps = { error: unknown; retry: () => void };

/** Instead of a page that could not be made. The reference is in the log line that says why. */
export function ServiceProblem({ error, retry }: ServiceProblemProps) {
  const digest = error instanceof Error ? Reflect.get(error, "digest") : undefined;
  return (
    <Message
      title="There is a problem with the service"
      next={
        <Button type="button" onClick={retry}>
          Try again
        </Button>
      }
    >
      <p>This page could not be shown. What you saved is still there.</p>
      {typeof digest === "string" && (
        <p>
          If it happens again, give your administrator the reference <code>{digest}</code>.
        </p>
      )}
    </Message>
  );
}
