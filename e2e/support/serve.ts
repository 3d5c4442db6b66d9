// What Playwright runs as its web server: ours on a fresh data directory, which is removed when it ends. Prints one line
// that the configuration reads the address, the one-time link and the data directory from.
import { once } from "node:events";
import { removeData, startServer, temporaryData } from "./server.ts";

const data = await temporaryData();
const server = await startServer({ data });
// The signal reaches the whole process group: the server ends by itself, and this process cleans up behind it.
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => server.process.kill("SIGTERM"));
console.log(`e2e server: link=${server.link} data=${data}`);
await once(server.process, "exit");
await removeData(data);
