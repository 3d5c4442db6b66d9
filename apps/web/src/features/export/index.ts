export { formats, optionsOf } from "./options.ts";
export { SelectionFields } from "./view/selection-fields.tsx";
