import { Time } from "@/components/ui/time";
import { isFine, type SystemView } from "@/lib/overview/model";

/** Whether what is shown can be relied on. */
export function SystemLine({ system }: { system: SystemView }) {
  const { lastWebhookAt, lastCheckAt, plaidSilent, behindSince } = system;
  return (
    <div className="flex flex-col gap-1 border-t pt-4 text-muted text-sm">
      {behindSince && (
        <p className="font-medium text-you">
          Background work waits since <Time at={behindSince} />. Check that the worker runs
        </p>
      )}
      {plaidSilent && (
        <p className="font-medium text-you">
          Plaid did not answer the last question. Drafts are saved, and it is asked again
        </p>
      )}
      <p>
        {isFine(system) && "All systems fine · "}
        last webhook <Time at={lastWebhookAt} fallback="never" /> · last check{" "}
        <Time at={lastCheckAt} fallback="never" />
      </p>
    </div>
  );
}
