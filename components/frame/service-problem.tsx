import { unstable_isUnrecognizedActionError } from "next/navigation";
import { Button } from "@/components/ui/button";
import { useWord, Word } from "@/components/ui/words";
import { TOO_MANY_WRITES } from "@/lib/rate-limits/model";
import { Message } from "./message";

export type ServiceProblemProps = { error: unknown; retry: () => void };

/** Instead of a page that could not be made. The reference is in the log line that says why. */
export function ServiceProblem({ error, retry }: ServiceProblemProps) {
  const title = useWord("brokenTitle");
  if (unstable_isUnrecognizedActionError(error)) return <Outdated />;
  const digest = error instanceof Error ? Reflect.get(error, "digest") : undefined;
  if (typeof digest === "string" && digest.startsWith(TOO_MANY_WRITES))
    return <TooManyWrites retry={retry} />;
  return (
    <Message
      title={title}
      next={
        <Button type="button" onClick={retry}>
          <Word name="brokenNext" />
        </Button>
      }
    >
      <p>
        <Word name="brokenAbout" />
      </p>
      {typeof digest === "string" && (
        <p>
          <Word name="brokenReference" /> <code>{digest}</code>.
        </p>
      )}
    </Message>
  );
}

/** The form that was sent belongs to an earlier build: the server has no action for it any more. */
function Outdated() {
  return (
    <Message
      title={useWord("outdatedTitle")}
      next={
        <Button type="button" onClick={() => window.location.reload()}>
          <Word name="outdatedNext" />
        </Button>
      }
    >
      <p>
        <Word name="outdatedAbout" />
      </p>
    </Message>
  );
}

function TooManyWrites({ retry }: Pick<ServiceProblemProps, "retry">) {
  return (
    <Message
      title={useWord("hastyTitle")}
      next={
        <Button type="button" onClick={retry}>
          <Word name="hastyNext" />
        </Button>
      }
    >
      <p>
        <Word name="hastyAbout" />
      </p>
    </Message>
  );
}
