// MSAGL's modules name each other without ".js", which Node refuses: this hook tries the file and the folder.
export async function resolve(name, context, next) {
  try {
    return await next(name, context);
  } catch (error) {
    if (!name.startsWith(".") || !context.parentURL?.includes("/node_modules/")) throw error;
    try {
      return await next(`${name}.js`, context);
    } catch {
      return await next(`${name}/index.js`, context);
    }
  }
}
