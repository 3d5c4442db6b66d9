export { ProjectRest } from "./project-rest.tsx";
export { Why } from "./why.tsx";
