import { emulator } from "./context";

export const CREATE = "/partner/customer/create";

type CreateRequest = { path: string; body: Record<string, unknown> };

/** What was sent to Plaid to create a customer of this name, each time it was. */
export async function createsFor(companyName: string): Promise<CreateRequest[]> {
  const requests = await emulator.requests<CreateRequest[]>();
  return requests.filter(({ path, body }) => path === CREATE && body.company_name === companyName);
}

export async function customersAtPlaid(companyName: string) {
  const { customers: known } = await emulator.state<{
    customers: { company_name: string; client_id: string; status: string }[];
  }>();
  return known.filter(({ company_name }) => company_name === companyName);
}

/** A partner and a network in order, as each test expects to find them. */
export async function calmPlaid(): Promise<void> {
  await emulator.faults([]);
  await emulator.setPartner({ flowdown_complete: true, questionnaire_complete: true });
}
