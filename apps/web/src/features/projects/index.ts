export const ProjectsPage = () => null;
export const NewProjectPage = () => null;
export const OverviewPage = () => null;
