export * from "./again.ts";
export * from "./check.ts";
export * from "./context.ts";
export * from "./locate.ts";
export * from "./recognise.ts";
export * from "./translate.ts";
