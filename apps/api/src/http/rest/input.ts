import { z } from "zod";
import { InputError, type Issue } from "./problem.ts";

/** Parameters as they came, against their schema. A parameter may be repeated only where the schema has a list. */
export function readQuery<Schema extends z.ZodObject>(schema: Schema, url: string): z.output<Schema> {
  const given: Record<string, string | string[]> = {};
  const issues: Issue[] = [];
  const params = new URL(url).searchParams;
  for (const name of new Set(params.keys())) {
    const values = params.getAll(name);
    const wanted = schema.shape[name];
    if (wanted && isList(wanted)) given[name] = values;
    else given[name] = values[0] ?? "";
    if (values.length > 1 && !(wanted && isList(wanted))) {
      issues.push({ in: "query", at: name, message: "This parameter was sent more than once." });
    }
  }
  if (issues.length > 0) throw new InputError(issues);
  return check("query", schema, given);
}

export const readPath = <Schema extends z.ZodObject>(
  schema: Schema,
  params: Record<string, string>,
): z.output<Schema> => check("path", schema, params);

/** The JSON of a body; a request that takes none may have one, which is not looked at. */
export async function readBody<Schema extends z.ZodType>(
  schema: Schema,
  request: { text(): Promise<string> },
): Promise<z.output<Schema>> {
  if (schema instanceof z.ZodUndefined) return check("body", schema, undefined);
  const text = await request.text();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new InputError([{ in: "body", at: "", message: "The body is no JSON." }]);
  }
  return check("body", schema, value);
}

function check<Schema extends z.ZodType>(
  place: Issue["in"],
  schema: Schema,
  value: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new InputError(
    parsed.error.issues.map((issue) => ({ in: place, at: issue.path.join("."), message: issue.message })),
  );
}

/** Whether a schema is of a list, below what makes it optional. */
function isList(schema: z.core.$ZodType): boolean {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) return isList(schema.def.innerType);
  return schema instanceof z.ZodArray;
}
