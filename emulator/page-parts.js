const CUSTOMER = [
  "UNDER_REVIEW",
  "PENDING_ENABLEMENT",
  "ACTIVE",
  "DENIED",
  "MORE_INFORMATION_NEEDED",
];
const BANK = ["NOT_STARTED", "PROCESSING", "APPROVED", "ENABLED", "ATTENTION_REQUIRED"];
const AGREEMENTS = {
  flowdown_status: ["Flowdown", ["NOT_STARTED", "IN_REVIEW", "NEGOTIATION", "COMPLETE"]],
  questionnaire_status: ["Questionnaire", ["NOT_STARTED", "RECEIVED", "COMPLETE"]],
};
const SWITCHES = {
  flowdown_complete: "Own flowdown complete",
  questionnaire_complete: "Own questionnaire complete",
  has_monthly_commitment: "Monthly commitment (assets required)",
  support_info_mandatory: "Support e-mail mandatory",
  has_logo: "Has a logo",
  is_reseller: "Has reseller rights",
};
const CREATE = "/partner/customer/create";
const CUSTOMERS_SHOWN = 50;

export const FAULTS = {
  "Create: lose the answer": { endpoint: CREATE, kind: "drop-after-commit", times: 1 },
  "Create: never answer": { endpoint: CREATE, kind: "hang", times: 1 },
  "Create: 500": { endpoint: CREATE, kind: "500", times: 1 },
  "Everything: 503": { endpoint: "*", kind: "503" },
  "Everything: slow": { endpoint: "*", kind: "latency", ms: 3000 },
  "Webhook: bad signature": { endpoint: "webhook", kind: "bad-signature", times: 1 },
  "Webhook: twice": { endpoint: "webhook", kind: "duplicate", times: 1 },
};

export function customersPart(customers, filter) {
  const found = customers.filter((c) =>
    `${c.company_name} ${c.application_name} ${c.client_id} ${c.status}`
      .toLowerCase()
      .includes(filter.toLowerCase()),
  );
  const shown = found.slice(-CUSTOMERS_SHOWN).reverse();
  const count = `${found.length} of ${customers.length}`;
  const cut = found.length > shown.length ? `, the newest ${CUSTOMERS_SHOWN} shown` : "";
  return `<p class="soft">${count}${cut}</p>${list(shown, customer)}`;
}

export function clockPart({ clock, pending }) {
  const speeds = [0, 1, 10, 100].map((speed) =>
    button(speed === 0 ? "Stop" : `× ${speed}`, "clock", "", speed),
  );
  return `
    <div class="row">${speeds.join("")}${button("Forward 1 min", "advance", "", 60_000)}</div>
    <p class="soft">Speed ${clock.speed}; waiting: ${pending.registrations} registrations,
      ${pending.webhooks} webhooks</p>`;
}

export function nextPart({ nextCreate }) {
  const choice = select("Status of the next customer", CUSTOMER, nextCreate.status, "next");
  return `<div class="row">Starts as ${choice}</div>`;
}

export function partnerPart({ partner }) {
  const { technical, billing } = partner.default_contacts;
  const switches = Object.entries(SWITCHES).map(([name, label]) =>
    check(label, "partner", name, partner[name]),
  );
  return `${switches.join("")}${check("Has default contacts", "contacts", "", technical && billing)}`;
}

export function webhooksPart({ webhooks }) {
  return `<div class="row">
    <input class="grow" id="url" type="url" aria-label="Webhook address"
      value="${esc(webhooks.url ?? "")}" placeholder="None: no webhook is sent">
    ${button("Save", "webhooks", "")}</div>`;
}

export function keysPart({ keys }) {
  return list(["production", "sandbox"], (environment) => {
    const kids = keys[environment].map(
      ({ kid, expired_at }) =>
        `<p class="soft"><code>${esc(kid)}</code> ${expired_at ? "expired" : "valid"}</p>`,
    );
    return `<div class="entry"><div class="row"><strong>${environment}</strong>
      ${button("Rotate", "rotate", environment)}
      ${button("Rotate and expire", "rotate", environment, "expire")}</div>${kids.join("")}</div>`;
  });
}

export function faultsPart({ faults }) {
  const ready = Object.keys(FAULTS).map((name) => button(name, "fault", "", name));
  return `
    <textarea id="fault-list" aria-label="Faults as JSON" spellcheck="false"
      >${esc(JSON.stringify(faults, null, 1))}</textarea>
    <div class="row">${button("Apply", "faults", "")}${button("Clear", "faultsClear", "")}</div>
    <p class="soft">Add one:</p><div class="row">${ready.join("")}</div>`;
}

export function deliveriesPart(deliveries) {
  return list(deliveries.reverse(), (d) => {
    const outcome = d.status ?? (d.finished_at ? "lost" : "in flight");
    const again = d.next_attempt_at ? `, again ${time(d.next_attempt_at)}` : "";
    return `<details class="entry" data-open="${esc(d.id)}"><summary>${badge(outcome)}
      ${esc(d.body?.institution_name ?? "")} ${esc(d.body?.status ?? d.source)}
      <span class="soft">attempt ${d.attempt}, ${time(d.at)}${again} ${esc(d.error ?? "")}</span>
      </summary><pre><code>${esc(d.raw)}</code></pre></details>`;
  });
}

export function requestsPart(requests) {
  return list(requests.reverse(), (r) => {
    const fault = r.fault ? `fault ${esc(r.fault)}` : "";
    return `<details class="entry" data-open="${esc(r.request_id)}"><summary>
      ${badge(r.status ?? "no answer")} <code>${esc(r.path)}</code>
      <span class="soft">${esc(r.error_code ?? "")} ${fault} ${time(r.at)}</span>
      </summary><pre><code>${esc(JSON.stringify(r.body, null, 2))}</code></pre></details>`;
  });
}

function customer(c) {
  const id = c.client_id;
  const review =
    c.status === "UNDER_REVIEW"
      ? `${button("Approve", "status", id, "PENDING_ENABLEMENT")}${button("Deny", "status", id, "DENIED")}`
      : "";
  const agreements = Object.entries(AGREEMENTS).map(
    ([name, [label, values]]) =>
      `<span>${label} ${select(`${label} of ${c.company_name}`, values, c[name], name, id)}</span>`,
  );
  return `<div class="entry">
    <div class="row"><strong>${esc(c.company_name)}</strong>${badge(c.status)}</div>
    <p class="soft">${esc(c.application_name)} · <code>${esc(id)}</code></p>
    <div class="row">${review}
      ${select(`Status of ${c.company_name}`, CUSTOMER, c.status, "status", id)}
      ${button("Remove", "remove", id)}</div>
    <details data-open="${esc(id)}"><summary>Agreements and banks</summary>
      <div class="row">${agreements.join("")}</div>
      ${c.institutions.map((institution) => bank(c, institution)).join("")}</details></div>`;
}

/** Status and error go together, so they wait for the button. */
function bank(c, { institution_id, name, environments, errors = [] }) {
  const id = `${c.client_id}/${institution_id}`;
  const of = esc(`${name} for ${c.company_name}`);
  const message = errors.map(({ error_message }) => error_message).join("; ");
  return `<div class="bank" data-bank="${esc(id)}"><span>${esc(name)}</span>
    <select aria-label="Status of ${of}">${options(BANK, environments.production)}</select>
    <input aria-label="Error message of ${of}" placeholder="Error message" value="${esc(message)}">
    ${button("Set", "bank", id)}</div>`;
}

function list(entries, draw) {
  return entries.map(draw).join("") || "<p>None yet.</p>";
}

function button(label, act, id, value = "") {
  const key = esc(`${act} ${id} ${value}`);
  return `<button type="button" data-act="${act}" data-id="${esc(id)}" data-value="${esc(value)}" data-key="${key}">${esc(label)}</button>`;
}

function select(label, values, now, change, id = "") {
  const key = esc(`${change} ${id}`);
  return `<select aria-label="${esc(label)}" data-change="${change}" data-id="${esc(id)}" data-key="${key}">${options(values, now)}</select>`;
}

function options(values, now) {
  const all = values.includes(now) ? values : [now, ...values];
  return all
    .map((value) => `<option${value === now ? " selected" : ""}>${esc(value)}</option>`)
    .join("");
}

function check(label, change, id, on) {
  return `<label class="check"><input type="checkbox" data-change="${change}" data-id="${id}" data-key="${change} ${id}"${on ? " checked" : ""}>${label}</label>`;
}

function badge(status) {
  return `<span class="badge ${tone(String(status))}">${esc(status)}</span>`;
}

function tone(status) {
  if (/DENIED|ATTENTION|^[45]|lost/.test(status)) return "bad";
  return /^ACTIVE|^2/.test(status) ? "good" : "wait";
}

function time(date) {
  return new Date(date).toLocaleTimeString();
}

function esc(value) {
  return String(value).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
