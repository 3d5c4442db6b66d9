import type { TableSample } from "@spanbridge/formats";
import { inspectTable } from "@spanbridge/formats";
import { describe, expect, it } from "vitest";
import { roleOf, withHeader, withRole } from "./columns.ts";

const bytes = new TextEncoder().encode("nr,zh,english,genre\n1,安,Ann,news\n2,博,Bo,wiki\n");
const inspect = (options: Record<string, string>): TableSample => {
  const found = inspectTable(bytes, options, "zh");
  if (!found) throw new Error("no table");
  return found;
};
const rolesOf = ({ width, columns }: TableSample) =>
  Array.from({ length: width }, (_, at) => roleOf(columns, at));

describe("the roles of columns", () => {
  it("are what the next look at the table finds", () => {
    const table = inspect({});
    expect(rolesOf(table)).toEqual(["extra", "source", "pivot", "extra"]);
    const withId = withRole({}, table, 0, "id");
    expect(rolesOf(inspect(withId))).toEqual(["id", "source", "pivot", "extra"]);
    const without = withRole(withId, inspect(withId), 2, "extra");
    expect(rolesOf(inspect(without))).toEqual(["id", "source", "extra", "extra"]);
  });

  it("change places where the source is given away, and there is always one", () => {
    const table = inspect({});
    expect(rolesOf(inspect(withRole({}, table, 2, "source")))).toEqual(["extra", "extra", "source", "extra"]);
    expect(rolesOf(inspect(withRole({}, table, 1, "pivot")))).toEqual(["extra", "pivot", "source", "extra"]);
    expect(withRole({}, table, 1, "extra")).toEqual({});
    expect(withRole({}, table, 1, "id")).toEqual({});
  });

  it("are found anew when the first row becomes a row like the others", () => {
    const chosen = withRole({ separator: "comma" }, inspect({}), 0, "id");
    expect(withHeader(chosen, false)).toEqual({ separator: "comma", header: "no" });
    expect(inspect(withHeader(chosen, false)).rows[0]?.[0]).toBe("nr");
  });
});
