type Environment = Record<string, string | undefined>;

/**
 * An end customer that some other program created with the partner's credentials.
 *
 * @returns its client_id.
 */
export async function createdElsewhere(name: string, environment: Environment): Promise<string> {
  const { PLAID_BASE_URL, PLAID_CLIENT_ID, PLAID_SECRET } = environment;
  const contact = { given_name: "Ana", family_name: "Ruiz", email: "ana@harbor.example" };
  const answer = await fetch(`${PLAID_BASE_URL}/partner/customer/create`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "plaid-client-id": PLAID_CLIENT_ID ?? "",
      "plaid-secret": PLAID_SECRET ?? "",
    },
    body: JSON.stringify({
      company_name: name,
      legal_entity_name: `${name} Inc.`,
      application_name: name,
      website: "https://harbor.example",
      is_diligence_attested: true,
      is_bank_addendum_completed: true,
      create_link_customization: false,
      technical_contact: contact,
      billing_contact: contact,
      customer_support_info: { email: contact.email },
      address: {
        street: "12 Harbor Street",
        city: "Boston",
        region: "MA",
        postal_code: "02109",
        country_code: "US",
      },
    }),
  });
  if (!answer.ok) throw new Error(`The emulator created nothing: ${await answer.text()}`);
  const { end_customer } = (await answer.json()) as { end_customer: { client_id: string } };
  return end_customer.client_id;
}
