import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** The interface font's Latin subset is on every first screen: fetched beside the style sheet, not after it. */
function preloadInterfaceFont(): Plugin {
  return {
    name: "preload-interface-font",
    transformIndexHtml: {
      order: "post",
      handler(_html, { bundle }) {
        const font = Object.keys(bundle ?? {}).find((file) => /inter-latin-wght-normal.*\.woff2$/.test(file));
        if (!font) return [];
        const attrs = { rel: "preload", href: `/${font}`, as: "font", type: "font/woff2", crossorigin: "" };
        return [{ tag: "link", attrs, injectTo: "head" }];
      },
    },
  };
}

/** What is drawn first waits for the language, not for the network: its modules are fetched beside the entry. */
function preloadStart(): Plugin {
  return {
    name: "preload-start",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle = {} }) {
        const start = Object.values(bundle).find((part) => part.type === "chunk" && part.name === "start");
        const files = start?.type === "chunk" ? [start.fileName, ...start.imports] : [];
        return files
          .filter((file) => !html.includes(file))
          .map((file) => ({
            tag: "link",
            attrs: { rel: "modulepreload", crossorigin: true, href: `/${file}` },
            injectTo: "head",
          }));
      },
    },
  };
}

export default defineConfig({
  plugins: [react(), tailwindcss(), preloadInterfaceFont(), preloadStart()],
  server: {
    port: 5173,
    strictPort: true,
    // The server wants Origin and Host to agree, so the Host stays the one that the browser sent.
    proxy: { "/api": { target: "http://127.0.0.1:4400", changeOrigin: false } },
  },
  worker: { format: "es" },
  build: {
    // light-dark(), RegExp v flag, Intl.Segmenter
    target: ["chrome123", "edge123", "firefox125", "safari17.5"],
    // data: URLs are not allowed by the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
