import { unstable_isUnrecognizedActionError } from "next/navigation";
import { Button } from "@/components/ui/button";
import { TOO_MANY_WRITES } from "@/lib/rate-limits/model";
import { Message } from "./message";

export type ServiceProblemProps = { error: unknown; retry: () => void };

/** Instead of a page that could not be made. The reference is in the log line that says why. */
export function ServiceProblem({ error, retry }: ServiceProblemProps) {
  if (unstable_isUnrecognizedActionError(error)) return <Outdated />;
  const digest = error instanceof Error ? Reflect.get(error, "digest") : undefined;
  if (typeof digest === "string" && digest.startsWith(TOO_MANY_WRITES))
    return <TooManyWrites retry={retry} />;
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

/** The form that was sent belongs to an earlier build: the server has no action for it any more. */
function Outdated() {
  return (
    <Message
      title="This page is from before an update"
      next={
        <Button type="button" onClick={() => window.location.reload()}>
          Reload the page
        </Button>
      }
    >
      <p>
        What you just sent did not arrive, and nothing was changed. Drafts are saved as you type:
        they are as you left them.
      </p>
    </Message>
  );
}

function TooManyWrites({ retry }: Pick<ServiceProblemProps, "retry">) {
  return (
    <Message
      title="Too many changes within a minute"
      next={
        <Button type="button" onClick={retry}>
          Show the page again
        </Button>
      }
    >
      <p>
        The last one was not made. What you saved before is still there. Wait a minute, then do it
        again.
      </p>
    </Message>
  );
}
