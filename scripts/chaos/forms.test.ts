import { expect, test } from "vitest";
import { pressed, says } from "./forms";

const page = `<form><input name="other" value="no"/><button>Cancel</button></form>
<form action=""><input type="hidden" name="$ACTION_1:0" value="{&quot;id&quot;:&quot;a&amp;b&quot;}"/>
<input name="street" value="O&#x27;Harbor"/><input name="empty"/>
<input type="checkbox" name="ticked" checked=""/><input type="checkbox" name="unticked"/>
<input type="radio" name="use" value="ours"/><input type="radio" name="use" value="theirs" checked=""/>
<input type="file" name="logo"/><textarea name="uris">\na\nb</textarea>
<select name="country"><option value="US">US</option><option value="CA" selected="">CA</option></select>
<button name="intent" value="exit">Save</button><button name="intent" value="on"><b>Go</b> on</button></form>`;

test("a press sends what a browser would of its form, and of the button pressed", () => {
  expect(Object.fromEntries(pressed(page, "Go on"))).toEqual({
    "$ACTION_1:0": '{"id":"a&b"}',
    street: "O'Harbor",
    empty: "",
    ticked: "on",
    use: "theirs",
    uris: "a\nb",
    country: "CA",
    intent: "on",
  });
});

test("a button that is not there cannot be pressed", () => {
  expect(() => pressed(page, "Send to Plaid")).toThrow("Send to Plaid");
});

test("a page does not say what only its scripts know", () => {
  const texts = '<script nonce="a">push({"sent":"Look into your mailbox"})</script>';
  expect(says(`${texts}<p>Too many requests</p>`, "Look into your mailbox")).toBe(false);
  expect(says(`<p>Look into your mailbox</p>${texts}`, "Look into your mailbox")).toBe(true);
});
