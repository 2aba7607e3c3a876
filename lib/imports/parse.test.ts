import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { delimiters, type Encoding, encodings } from "./model";
import { parseFile } from "./parse";

function bytesIn(encoding: Encoding, text: string): Buffer {
  switch (encoding) {
    case "utf-8":
      return Buffer.from(text);
    case "utf-8-bom":
      return Buffer.from(`\ufeff${text}`);
    case "utf-16le":
      return Buffer.from(`\ufeff${text}`, "utf16le");
    case "utf-16be":
      return Buffer.from(`\ufeff${text}`, "utf16le").swap16();
    case "windows-1252":
      return Buffer.from(text, "latin1");
  }
}

/** What Windows-1252 and Latin-1 write alike. */
const westernLetters = [..."abcxyzÄÖÜäöüßéèçñ ,;|\t\"'=+-@\n"];
const anyText = fc
  .string({ unit: "grapheme", maxLength: 12 })
  .map((text) => text.replaceAll("\0", ""));
const westernText = fc.string({ unit: fc.constantFrom(...westernLetters), maxLength: 12 });

function tables(cell: fc.Arbitrary<string>) {
  return fc.integer({ min: 1, max: 4 }).chain((columns) =>
    fc.array(
      // The first cell says something: a line of nothing is no row.
      fc.array(cell, { minLength: columns, maxLength: columns }).map((cells) => ["é", ...cells]),
      { minLength: 1, maxLength: 8 },
    ),
  );
}

describe("whatever program wrote the file", () => {
  test.each(encodings)("its cells come back as they were: %s", (encoding) => {
    const cell = encoding === "windows-1252" ? westernText : anyText;
    fc.assert(
      fc.property(
        tables(cell),
        fc.constantFrom(...delimiters),
        fc.constantFrom("\n", "\r\n", "\r"),
        (rows, delimiter, record_delimiter) => {
          const header = (rows[0] ?? []).map((_, place) => `Column ${place}`);
          const options = { delimiter, record_delimiter, quoted: true };
          const text = stringify([header, ...rows], options);
          const parsed = parseFile(bytesIn(encoding, text));
          expect(parsed).toEqual({ ok: true, value: { encoding, delimiter, header, rows } });
        },
      ),
    );
  });

  test("UTF-16 without a mark is known by its commas", () => {
    const text = "Company,Website\r\nHarbor,harbor.example\r\n";
    const little = Buffer.from(text, "utf16le");
    expect(parseFile(little)).toMatchObject({ value: { encoding: "utf-16le" } });
    const big = Buffer.from(text, "utf16le").swap16();
    expect(parseFile(big)).toMatchObject({ value: { encoding: "utf-16be" } });
  });

  test("what looks like a formula stays what it is", () => {
    const parsed = parseFile(Buffer.from('Company,Street\n=1+1,"@SUM(A1)"\n-2,+3\n'));
    expect(parsed).toMatchObject({
      value: {
        rows: [
          ["=1+1", "@SUM(A1)"],
          ["-2", "+3"],
        ],
      },
    });
  });

  test("a comma in quotes does not make it a file with commas", () => {
    const parsed = parseFile(Buffer.from('"Name, legal, long";Website\nHarbor;harbor.example\n'));
    expect(parsed).toMatchObject({
      value: { delimiter: ";", header: ["Name, legal, long", "Website"] },
    });
  });

  test("short rows are filled up, long ones cut, empty ones left out", () => {
    const parsed = parseFile(Buffer.from("A,B,C\n1\n\n,,\n1,2,3,4\n"));
    expect(parsed).toMatchObject({
      value: {
        rows: [
          ["1", "", ""],
          ["1", "2", "3"],
        ],
      },
    });
  });
});

describe("what is no table of customers", () => {
  test.each([
    ["nothing", Buffer.alloc(0), "empty"],
    ["blank lines", Buffer.from(" \n\n"), "empty"],
    ["a spreadsheet's own format", Buffer.from("504b0304140006", "hex"), "not_text"],
    ["a picture", Buffer.from("89504e470d0a1a0a", "hex"), "not_text"],
    ["noise", Buffer.from([1, 0, 0, 2, 0, 0, 0, 200]), "not_text"],
    ["one column", Buffer.from("Company\nHarbor\n"), "one_column"],
    ["a header alone", Buffer.from("Company,Website\n"), "header_only"],
    ["a quote without end", Buffer.from('Company,Website\n"Harbor,x\n'), "unreadable"],
    ["too many rows", Buffer.from(`A,B\n${"1,2\n".repeat(5_001)}`), "too_many_rows"],
    ["too many columns", Buffer.from(`${"A,".repeat(200)}A\n1\n`), "too_many_columns"],
    ["too many bytes", Buffer.alloc(5_000_001, "a"), "too_large"],
  ])("%s", (_, bytes, code) => {
    expect(parseFile(bytes)).toMatchObject({ ok: false, error: { code } });
  });

  test("the largest that may be", () => {
    expect(parseFile(Buffer.from(`A,B\n${"1,2\n".repeat(5_000)}`))).toMatchObject({ ok: true });
  });

  test("any bytes at all are answered", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(parseFile(Buffer.from(bytes))).toHaveProperty("ok");
      }),
    );
  });
});
