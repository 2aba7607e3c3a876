import { formatCount } from "@/components/ui/counts";
import type {
  CreateDraftsError,
  Delimiter,
  Encoding,
  FixError,
  MapError,
  UploadError,
} from "@/lib/imports/model";
import { importField } from "@/lib/imports/model";

export const encodingNames: Record<Encoding, string> = {
  "utf-8": "UTF-8",
  "utf-8-bom": "UTF-8 with a mark",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16, big-endian",
  "windows-1252": "Windows-1252",
};

export const delimiterNames: Record<Delimiter, string> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "vertical bar",
};

/** At the file's field. */
export function explainUpload(error: UploadError): string {
  switch (error.code) {
    case "no_file":
      return "Choose a CSV file";
    case "too_large":
      return "Choose a file of 5 MB or less. Split a larger one in two";
    case "empty":
      return "The file is empty. Choose another one";
    case "not_text":
      return "This is not a CSV file. In your spreadsheet program save the table as CSV, then choose that file";
    case "one_column":
      return "The file has one column only. Save it as CSV, with commas, semicolons or tabs between the columns";
    case "too_many_columns":
      return `Choose a file with ${error.max} columns or fewer`;
    case "header_only":
      return "The file has headings and no rows below them. Add a row for each customer";
    case "too_many_rows":
      return `Choose a file with ${formatCount(error.max)} rows or fewer. Split a longer one in two`;
    case "unreadable":
      return `Line ${error.line} cannot be read: a quotation mark opens and never closes. Put it right, then choose the file again`;
  }
}

export function explainMap(error: MapError): { title: string; text: string } {
  switch (error.code) {
    case "no_company_name":
      return {
        title: "No column holds the company name",
        text: "Choose which one does: a draft without a name cannot be found again.",
      };
    case "twice":
      return {
        title: `Two columns hold ${importField(error.field)?.label ?? "the same"}`,
        text: "Choose one of them, and “Do not import” for the other.",
      };
    default:
      return explainGone(error);
  }
}

export function explainGone(error: FixError | CreateDraftsError): { title: string; text: string } {
  switch (error.code) {
    case "not_found":
      return {
        title: "This file is not here any more",
        text: "Files are kept for 7 days. Upload it again.",
      };
    case "created_already":
      return {
        title: "The drafts were created already",
        text: "What is still missing is typed in the drafts themselves.",
      };
    case "no_good_rows":
      return {
        title: "Every row has a problem",
        text: "Put at least one right, then create the drafts.",
      };
  }
}
