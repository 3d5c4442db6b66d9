export { FineTuning } from "./fine-tuning.tsx";
