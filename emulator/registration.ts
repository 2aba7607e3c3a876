import { LOGO_BANK, paceMs, QUESTIONNAIRE_BANKS } from "./assumptions";
import type { EmulatedClock } from "./clock";
import { moved, registrationError, statusEvent } from "./institutions";
import type { Jobs } from "./jobs";
import type { Customer, Institution, Job } from "./model";
import type { Store } from "./store";
import type { Webhooks } from "./webhooks";

type Parts = { store: Store; clock: EmulatedClock; jobs: Jobs; webhooks: Webhooks };
export type Registration = ReturnType<typeof createRegistration>;

/** Moves every bank of an ACTIVE customer forward on the emulated clock (rules O1–O6). */
export function createRegistration({ store, clock, jobs, webhooks }: Parts) {
  jobs.register({ institution: run });

  function run(job: Extract<Job, { kind: "institution" }>): void {
    jobs.remove(job.id);
    const customer = store.customers.get(job.client_id);
    const institution = customer?.institutions.find((i) => i.institution_id === job.institution_id);
    const to = customer && institution && nextStatus(customer, institution);
    if (!to) return;

    const next = moved(institution, to);
    if (to === "ATTENTION_REQUIRED") next.errors = [registrationError()];
    const updated = apply(customer, next);
    webhooks.fire(statusEvent(updated, next));
    plan(updated, next);
  }

  function plan(customer: Customer, institution: Institution): void {
    const to = nextStatus(customer, institution);
    const id = jobId(customer, institution.institution_id);
    if (!to) {
      jobs.remove(id);
      return;
    }
    const position = customer.institutions.findIndex(
      ({ institution_id }) => institution_id === institution.institution_id,
    );
    const { institution_id } = institution;
    const due = clock.now() + paceMs(institution_id, position, to);
    jobs.put({ id, kind: "institution", due, client_id: customer.client_id, institution_id });
  }

  function nextStatus(customer: Customer, institution: Institution): string | undefined {
    if (customer.status !== "ACTIVE" || institution.by_hand) return undefined;
    const { institution_id, status, resolved } = institution;
    switch (status) {
      case "NOT_STARTED": {
        const waits =
          QUESTIONNAIRE_BANKS.includes(institution_id) &&
          customer.questionnaire_status !== "COMPLETE";
        return waits ? undefined : "PROCESSING";
      }
      case "PROCESSING": {
        const hasLogo = customer.logo !== null || store.setting("partner").has_logo;
        const refused = institution_id === LOGO_BANK && !hasLogo && !resolved;
        return refused ? "ATTENTION_REQUIRED" : "APPROVED";
      }
      case "APPROVED":
        return "ENABLED";
      default:
        return undefined;
    }
  }

  function apply(customer: Customer, institution: Institution): Customer {
    const { institution_id } = institution;
    const known = customer.institutions.some((i) => i.institution_id === institution_id);
    const institutions = known
      ? customer.institutions.map((i) => (i.institution_id === institution_id ? institution : i))
      : [...customer.institutions, institution];
    const updated = { ...customer, institutions };
    store.customers.put(customer.client_id, updated);
    return updated;
  }

  return {
    /** Starts what may start now; banks that wait or were set by hand stay as they are. */
    start(customer: Customer): void {
      for (const institution of customer.institutions) {
        if (!store.jobs.get(jobId(customer, institution.institution_id))) {
          plan(customer, institution);
        }
      }
    },
    cancel(customer: Customer): void {
      for (const { institution_id } of customer.institutions) {
        jobs.remove(jobId(customer, institution_id));
      }
    },
    /** A change through the control plane: ends or resumes the automatic progress of the bank. */
    set(customer: Customer, institution: Institution, fire: boolean): Customer {
      const updated = apply(customer, institution);
      if (fire) webhooks.fire(statusEvent(updated, institution));
      plan(updated, institution);
      return updated;
    },
  };
}

function jobId(customer: Customer, institutionId: string): string {
  return `${customer.client_id}:${institutionId}`;
}
