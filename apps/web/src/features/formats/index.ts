export { FormatOptions } from "./format-options.tsx";
