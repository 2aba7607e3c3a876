import * as parts from "./page-parts.js";

const REFRESH_MS = 2_000;
/** Details a person has opened, by key. */
const opened = new Set();
/** What each part shows, so that only changes are drawn. */
const drawn = {};
/** Parts with unsaved input; they are left alone until the focus leaves them. */
const edited = new Set();
let state;

function element(id) {
  return document.getElementById(id);
}

async function call(method, path, body) {
  const headers = { "Content-Type": "application/json" };
  const content = body === undefined ? {} : { headers, body: JSON.stringify(body) };
  const response = await fetch(`/_emulator${path}`, { method, ...content });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

function say(text) {
  element("said").textContent = text;
}

async function change(method, path, body, said) {
  try {
    await call(method, path, body);
    say(said);
  } catch (error) {
    say(error.message);
  }
}

/** @param settled the part whose own change has just been made: it is drawn in any case. */
async function refresh(settled) {
  try {
    const [now, deliveries, requests] = await Promise.all([
      call("GET", "/state"),
      call("GET", "/deliveries?limit=40"),
      call("GET", "/requests?limit=40"),
    ]);
    state = now;
    const contents = {
      customers: parts.customersPart(state.customers, element("filter").value),
      clock: parts.clockPart(state),
      next: parts.nextPart(state),
      partner: parts.partnerPart(state),
      webhooks: parts.webhooksPart(state),
      keys: parts.keysPart(state),
      faults: parts.faultsPart(state),
      deliveries: parts.deliveriesPart(deliveries),
      requests: parts.requestsPart(requests),
    };
    for (const [id, html] of Object.entries(contents)) draw(id, html, id === settled);
  } catch {
    say("The emulator does not answer.");
  }
}

function draw(id, html, isSettled) {
  const part = element(id);
  const focused = part.contains(document.activeElement) ? document.activeElement : null;
  const inUse = edited.has(id) || focused?.matches("select, textarea, input:not([type=checkbox])");
  if (drawn[id] === html || (inUse && !isSettled)) return;

  drawn[id] = html;
  edited.delete(id);
  const key = focused?.dataset.key;
  part.innerHTML = html;
  for (const details of part.querySelectorAll("details")) {
    details.open = opened.has(details.dataset.open);
  }
  if (key) part.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus();
}

const acts = {
  status: (id, status) =>
    change("POST", `/customers/${id}/status`, { status }, `Customer is ${status}`),
  remove: (id) =>
    confirm("Remove this customer as Plaid's Dashboard would?") &&
    change("DELETE", `/customers/${id}`, undefined, "Customer removed"),
  bank: setBank,
  flowdown_status: (id, flowdown_status) =>
    change("POST", `/customers/${id}/agreements`, { flowdown_status }, "Flowdown changed"),
  questionnaire_status: (id, questionnaire_status) =>
    change(
      "POST",
      `/customers/${id}/agreements`,
      { questionnaire_status },
      "Questionnaire changed",
    ),
  next: (_, status) =>
    change("PUT", "/next-create", { status }, `New customers start as ${status}`),
  partner: (name, on) => change("PUT", "/partner", { [name]: on }, "Partner changed"),
  contacts: (_, on) => change("PUT", "/partner", { default_contacts: on }, "Partner changed"),
  clock: (_, speed) => change("PUT", "/clock", { speed: Number(speed) }, `Clock speed ${speed}`),
  advance: (_, ms) => change("POST", "/clock/advance", { ms: Number(ms) }, "One minute later"),
  webhooks: () =>
    change("PUT", "/webhooks", { url: element("url").value.trim() || null }, "Destination saved"),
  rotate: (environment, how) =>
    change(
      "POST",
      "/keys/rotate",
      { environment, expire_old: how === "expire" },
      `New ${environment} key`,
    ),
  faults: setFaults,
  fault: (_, name) =>
    change("PUT", "/faults", [...state.faults, parts.FAULTS[name]], `Fault added: ${name}`),
  faultsClear: () => change("PUT", "/faults", [], "No faults"),
  reset: () => confirm("Forget everything?") && change("POST", "/reset", {}, "Empty again"),
};

function setBank(id) {
  const row = document.querySelector(`[data-bank="${CSS.escape(id)}"]`);
  const status = row.querySelector("select").value;
  const message = row.querySelector("input").value.trim();
  const errors = status === "ATTENTION_REQUIRED" && message ? [message] : [];
  const [client, institution] = id.split("/").map(encodeURIComponent);
  const path = `/customers/${client}/institutions/${institution}`;
  return change("POST", path, { status, errors }, `Bank is ${status}`);
}

function setFaults() {
  try {
    return change("PUT", "/faults", JSON.parse(element("fault-list").value), "Faults applied");
  } catch {
    say("The faults are not JSON.");
  }
}

async function act(from, name, value) {
  const part = partOf(from);
  await acts[name](from.dataset.id ?? "", value);
  await refresh(part);
}

function partOf(node) {
  return node.closest?.("[data-part]")?.id;
}

document.addEventListener("click", (event) => {
  const from = event.target.closest("button[data-act]");
  if (from) act(from, from.dataset.act, from.dataset.value);
});
document.addEventListener("change", (event) => {
  const from = event.target.closest("[data-change]");
  if (from) act(from, from.dataset.change, from.type === "checkbox" ? from.checked : from.value);
});
document.addEventListener("input", (event) => {
  if (partOf(event.target)) edited.add(partOf(event.target));
});
document.addEventListener("focusout", (event) => {
  const part = partOf(event.target);
  if (part && !element(part).contains(event.relatedTarget)) edited.delete(part);
});
document.addEventListener(
  "toggle",
  ({ target }) => opened[target.open ? "add" : "delete"](target.dataset.open),
  true,
);
element("filter").addEventListener("input", () => refresh("customers"));
refresh();
setInterval(refresh, REFRESH_MS);
