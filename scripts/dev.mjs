// `npm run dev`: the server, restarted on changes, and Vite with hot reload in front of it.
import { spawn } from "node:child_process";

const children = [
  spawn("node", ["--watch", "apps/api/src/main.ts"], { stdio: "inherit" }),
  spawn("vite", [], { cwd: "apps/web", stdio: "inherit" }),
];
const stop = () => {
  for (const child of children) child.kill("SIGTERM");
};
process.on("SIGINT", stop);
process.on("SIGTERM", stop);
for (const child of children) {
  child.on("exit", (code) => {
    stop();
    process.exitCode ||= code ?? 0;
  });
}
