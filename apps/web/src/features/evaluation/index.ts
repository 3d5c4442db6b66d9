export { ListChip } from "./list-chip.tsx";
