import { expect, it } from "vitest";
import { diagnosticsCsv } from "./diagnostics-csv.ts";

const diagnostic = {
  severity: "error",
  file: "a,b.jsonl",
  row: 3,
  field: "links[0]",
  code: "link_unknown",
} as const;

it("quotes what has to be quoted and runs no formulas", () => {
  const csv = diagnosticsCsv([
    { ...diagnostic, message: 'There is no span "e1",\nor not here.' },
    { ...diagnostic, field: "=1+1", message: "plain" },
  ]);
  expect(csv).toBe(
    [
      "severity,row,field,code,message,file",
      'error,3,links[0],link_unknown,"There is no span ""e1"",\nor not here.","a,b.jsonl"',
      'error,3,\'=1+1,link_unknown,plain,"a,b.jsonl"',
      "",
    ].join("\r\n"),
  );
});
