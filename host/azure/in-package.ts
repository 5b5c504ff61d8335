const FILES = ['PHULUC_PLAN', 'PHULUC_AGENCIES'] as const;

/**
 * The environment with the files of a plan as they stand in the deployment package: a path that begins at no root begins there, wherever
 * the platform has put the package and whatever folder it starts the program in. `folder`: ends with a slash.
 */
export function inPackage(
  environment: Readonly<Record<string, string | undefined>>,
  folder: string,
): Readonly<Record<string, string | undefined>> {
  const found = FILES.flatMap((name) => {
    const path = environment[name];
    return path && !/^([/\\]|[A-Za-z]:)/.test(path) ? [[name, `${folder}${path}`] as const] : [];
  });
  return { ...environment, ...Object.fromEntries(found) };
}
