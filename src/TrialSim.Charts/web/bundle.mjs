// Puts together, from node_modules, what TrialSim.Charts ships:
//   dist/vega-runtime.js   what report.html embeds: the three browser builds, each after its name and licence
//   dist/notices.txt       the licences of everything inside those builds
//   dist/images/           what Node runs to turn a specification into SVG or PNG
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const web = dirname(fileURLToPath(import.meta.url));
const modules = join(web, 'node_modules');
const dist = join(web, 'dist');
const embedded = ['vega', 'vega-lite', 'vega-embed'];
/** In no browser build: vega-lite's own command line, and declarations of types. */
const isLeftOut = name => name === 'yargs' || name.startsWith('@types/');

const descriptionOf = name => JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8'));

const browserBuildOf = name => readFileSync(join(modules, name, 'build', `${name}.min.js`), 'utf8')
  .replace(/^\/\/# sourceMappingURL=.*$/gm, '')
  // Inside an HTML page these two would end or comment out the script that holds them.
  .replaceAll('</script', '<\\/script')
  .replaceAll('<!--', '<\\!--')
  .trim();

function withDependencies(names) {
  const found = new Set();
  const waiting = [...names];
  while (waiting.length > 0) {
    const name = waiting.pop();
    if (found.has(name) || isLeftOut(name)) {
      continue;
    }
    found.add(name);
    waiting.push(...Object.keys(descriptionOf(name).dependencies ?? {}));
  }
  return [...found].sort();
}

function licenceTextOf(name) {
  const file = readdirSync(join(modules, name)).sort().find(entry => /^licen[cs]e/i.test(entry));
  return file === undefined
    ? `${descriptionOf(name).license} (the package carries no licence text)`
    : readFileSync(join(modules, name, file), 'utf8').replaceAll('\r\n', '\n').trim();
}

/** One entry a licence text, headed by every package that is under it. */
function noticesOf(names) {
  const packagesByText = new Map();
  for (const name of names) {
    const text = licenceTextOf(name);
    const { version, license } = descriptionOf(name);
    packagesByText.set(text, [...(packagesByText.get(text) ?? []), `${name} ${version} (${license})`]);
  }
  return [...packagesByText].map(([text, packages]) => `${packages.join(', ')}\n\n${text}\n`).join(`\n${'-'.repeat(72)}\n\n`);
}

rmSync(dist, { recursive: true, force: true });
const images = join(dist, 'images');
mkdirSync(images, { recursive: true });
cpSync(join(web, 'render.mjs'), join(images, 'render.mjs'));
for (const name of ['vega', 'vega-lite']) {
  // .cjs: the builds are CommonJS for Node, whatever the package beside them says.
  cpSync(join(modules, name, 'build', `${name}.min.js`), join(images, `${name}.cjs`));
}
cpSync(join(modules, '@resvg'), join(images, 'node_modules', '@resvg'), {
  recursive: true,
  filter: source => !/\.(md|d\.ts)$/i.test(source),
});
writeFileSync(join(dist, 'notices.txt'), noticesOf(withDependencies(embedded)));
// Last, because the build takes this file as the sign that the bundle is whole.
writeFileSync(
  join(dist, 'vega-runtime.js'),
  embedded.map(name => {
    const { version, license } = descriptionOf(name);
    return `/*! ${name} ${version}, ${license}; see the notices at the end of this page. */\n${browserBuildOf(name)}\n`;
  }).join('\n'));
