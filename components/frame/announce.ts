/** Says a sentence to people who listen to the page; at once when it cannot wait. */
export function announce(sentence: string, urgency: "status" | "alert" = "status"): void {
  const region = document.getElementById(urgency);
  if (!region) return;
  // The same sentence twice in a row is only spoken when the text has changed in between.
  region.textContent = "";
  requestAnimationFrame(() => {
    region.textContent = sentence;
  });
}
