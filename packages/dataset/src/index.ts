export * from "./split/item.ts";
export { type Division, divide } from "./split/split.ts";
