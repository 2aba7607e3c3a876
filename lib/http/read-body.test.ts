import { expect, test } from "vitest";
import { readBody } from "./read-body";

/** A body of pieces of ten bytes, and how many of them were taken. */
function bodyOf(pieces: number) {
  const taken = { pieces: 0 };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (taken.pieces === pieces) return controller.close();
        taken.pieces += 1;
        controller.enqueue(new Uint8Array(10).fill(taken.pieces));
      },
    },
    { highWaterMark: 0 },
  );
  return { body, taken };
}

function requestOf(body: ReadableStream, headers: HeadersInit = {}): Request {
  // Node asks for it with a body that is a stream; TypeScript's types do not know it.
  const options = { method: "POST", headers, body, duplex: "half" };
  return new Request("https://portal.example.com", options);
}

test("a body up to the limit comes as it was sent", async () => {
  const { body } = bodyOf(3);
  const read = await readBody(requestOf(body), 30);
  expect(read?.toString("hex")).toBe("01".repeat(10) + "02".repeat(10) + "03".repeat(10));
});

// Guarantees that nothing of it stands before the next request of its connection.
test("a larger one is refused and read to its end", async () => {
  const { body, taken } = bodyOf(8);
  expect(await readBody(requestOf(body), 29)).toBeUndefined();
  expect(taken.pieces).toBe(8);
});

test("one that is announced as larger is refused unread", async () => {
  const { body, taken } = bodyOf(8);
  const request = requestOf(body, { "content-length": "80" });
  expect(await readBody(request, 29)).toBeUndefined();
  expect(taken.pieces).toBe(0);
});
