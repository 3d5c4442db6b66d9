import "@fontsource-variable/inter/wght.css";
import "../ui/base.css";
import { startLanguage } from "../ui/i18n/t.ts";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root.");

await startLanguage();
const { start } = await import("./start.tsx");
start(root);
