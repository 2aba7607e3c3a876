const style = `
  :root { color-scheme: light dark; --line: light-dark(#d9dde3, #343b45); --soft: light-dark(#5b6470, #9aa4b1);
    --card: light-dark(#fff, #1a1f26); --page: light-dark(#f4f6f8, #11151a); --link: light-dark(#0b57d0, #8ab4f8); }
  * { box-sizing: border-box; }
  body { margin: 0; background: var(--page); font: 15px/1.5 system-ui, sans-serif; }
  header { display: flex; gap: 12px; align-items: center; padding: 16px; max-width: 860px; margin: 0 auto; }
  h1 { font-size: 18px; margin: 0; flex: 1; }
  button { font: inherit; padding: 6px 12px; border: 1px solid var(--line); border-radius: 8px;
    background: var(--card); color: inherit; cursor: pointer; }
  :focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
  main { max-width: 860px; margin: 0 auto; padding: 0 16px 48px; }
  details { background: var(--card); border: 1px solid var(--line); border-radius: 12px; margin-bottom: 8px; }
  summary { display: grid; grid-template-columns: 1fr auto; gap: 0 12px; padding: 12px 16px; cursor: pointer; list-style: none; }
  summary strong, summary span { overflow-wrap: anywhere; }
  summary span, summary time, .empty { color: var(--soft); font-size: 13px; }
  .body { border-top: 1px solid var(--line); padding: 12px 16px; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; font: 13px/1.5 ui-monospace, monospace; margin: 0; }
  a { color: var(--link); }
  iframe { width: 100%; height: 420px; border: 1px solid var(--line); border-radius: 8px; background: #fff; }
  h2 { font-size: 13px; color: var(--soft); margin: 12px 0 6px; }
`;

const script = `
  const list = document.querySelector("main");
  const known = new Map();

  function element(name, props, ...children) {
    const node = Object.assign(document.createElement(name), props);
    node.append(...children);
    return node;
  }

  function linked(text) {
    return text.split(/(https?:[/][/][^\\s<>"]+)/).map((part, index) =>
      index % 2 ? element("a", { href: part, target: "_blank", rel: "noreferrer" }, part) : part);
  }

  function card(message) {
    const time = new Date(message.receivedAt);
    const body = element("div", { className: "body" });
    const details = element("details", {},
      element("summary", {},
        element("strong", {}, message.subject || "(no subject)"),
        element("time", { dateTime: message.receivedAt, title: time.toLocaleString() }, time.toLocaleTimeString()),
        element("span", {}, "to " + message.to)),
      body);
    details.addEventListener("toggle", () => {
      if (!details.open || body.childElementCount) return;
      body.append(element("pre", {}, ...linked(message.text)));
      if (!message.html) return;
      const frame = element("iframe", { title: "HTML part of " + message.subject,
        srcdoc: '<base target="_blank">' + message.html });
      // Scripts stay off; links may open a tab of their own.
      frame.setAttribute("sandbox", "allow-popups allow-popups-to-escape-sandbox");
      body.append(element("h2", {}, "HTML part"), frame);
    });
    return details;
  }

  async function refresh() {
    const answer = await fetch("/messages").catch(() => undefined);
    if (!answer || !answer.ok) return;
    const messages = await answer.json();
    const ids = new Set(messages.map((message) => message.id));
    for (const [id, node] of known) if (!ids.has(id)) { node.remove(); known.delete(id); }
    for (const message of [...messages].reverse()) {
      if (known.has(message.id)) continue;
      const node = card(message);
      known.set(message.id, node);
      list.prepend(node);
    }
    document.querySelector(".empty").hidden = messages.length > 0;
    document.title = "Inbox (" + messages.length + ")";
  }

  document.querySelector("button").addEventListener("click", async () => {
    await fetch("/messages", { method: "DELETE" });
    await refresh();
  });
  refresh();
  setInterval(refresh, 2000);
`;

/** The inbox in one document: it loads nothing from anywhere. */
export const mailPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Inbox</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<header><h1>Caught mail</h1><button type="button">Empty inbox</button></header>
<main aria-live="polite"><p class="empty">Nothing yet. Mail the portal sends appears here.</p></main>
<script>${script}</script>
</body>
</html>
`;
