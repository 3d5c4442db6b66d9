export { NewProjectPage } from "./new-project-page.tsx";
export { OverviewPage } from "./overview-page.tsx";
export { ProjectsPage } from "./projects-page.tsx";
