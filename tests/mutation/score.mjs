// Takes a report of Stryker into docs/mutation-scores.json, tells of all scores in docs/mutation-scores.md, and prints the changes that no test noticed.
//   node score.mjs <repository> <project> <mutation-report.json> <seconds> [--floor]
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [repository, project, reportFile, seconds, floorAsked] = process.argv.slice(2);
const scoresFile = join(repository, 'docs', 'mutation-scores.json');
const source = `src/TrialSim.${project}/`;
const kinds = { Killed: 'killed', Timeout: 'timedOut', Survived: 'survived', NoCoverage: 'notCovered' };
const emptyCounts = () => ({ killed: 0, timedOut: 0, survived: 0, notCovered: 0 });
const total = counts => counts.killed + counts.timedOut + counts.survived + counts.notCovered;
const sum = all => all.reduce((one, other) => Object.fromEntries(Object.keys(one).map(kind => [kind, one[kind] + other[kind]])), emptyCounts());
/** A change that never ends is noticed as well as one that fails; what Stryker could not compile is no change. */
const score = counts => total(counts) === 0 ? '–' : (100 * (counts.killed + counts.timedOut) / total(counts)).toFixed(1);

const report = JSON.parse(readFileSync(reportFile, 'utf8'));
const commit = execFileSync('git', ['-C', repository, 'rev-parse', '--short=9', 'HEAD'], { encoding: 'utf8' }).trim();
const date = new Date().toISOString().slice(0, 10);
const scores = existsSync(scoresFile) ? JSON.parse(readFileSync(scoresFile, 'utf8')) : {};
const ofProject = scores[project] ?? { mutants: 0, files: {} };
// Stryker writes whole paths or those from the project on.
const entries = Object.entries(report.files).map(([path, file]) => [path.slice(path.includes(source) ? path.indexOf(source) + source.length : 0), file]);
ofProject.mutants = entries.reduce((count, [, file]) => count + file.mutants.filter(mutant => mutant.status !== 'CompileError').length, 0);
const triedNow = [];
for (const [path, file] of entries) {
  const tried = file.mutants.filter(mutant => mutant.status in kinds);
  if (tried.length === 0) {
    continue;
  }
  const counts = emptyCounts();
  const lines = file.source.split('\n');
  for (const mutant of tried) {
    counts[kinds[mutant.status]]++;
    if (mutant.status === 'Survived' || mutant.status === 'NoCoverage') {
      const { start, end } = mutant.location;
      const original = start.line === end.line ? lines[start.line - 1].slice(start.column - 1, end.column - 1) : `${lines[start.line - 1].slice(start.column - 1).trim()} …`;
      const replacement = mutant.replacement.split('\n').map(line => line.trim()).join(' ');
      console.log(`${mutant.status === 'Survived' ? 'survived' : 'no test '} ${source}${path}:${start.line}  ${original}  →  ${replacement.length > 120 ? `${replacement.slice(0, 120)}…` : replacement}`);
    }
  }
  ofProject.files[path] = { ...counts, date, commit };
  triedNow.push(counts);
}
ofProject.files = Object.fromEntries(Object.entries(ofProject.files).filter(([path]) => existsSync(join(repository, source, path))).sort(([one], [other]) => one < other ? -1 : 1));
scores[project] = ofProject;
writeFileSync(scoresFile, `${JSON.stringify(Object.fromEntries(Object.entries(scores).sort()), null, 2)}\n`);

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.cs') && !/[\\/](bin|obj)([\\/]|$)/.test(entry.parentPath)).length;
}

function tableOf(name) {
  const { files, mutants } = scores[name];
  const folders = new Map();
  for (const [path, counts] of Object.entries(files)) {
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '(top)';
    folders.set(folder, [...(folders.get(folder) ?? []), counts]);
  }
  const countsOf = all => sum(all.map(({ killed, timedOut, survived, notCovered }) => ({ killed, timedOut, survived, notCovered })));
  const row = (title, all) => {
    const counts = countsOf(all);
    return `| ${title} | ${all.length} | ${total(counts)} | ${counts.killed} | ${counts.timedOut} | ${counts.survived} | ${counts.notCovered} | ${score(counts)} |`;
  };
  const all = Object.values(files);
  const tried = total(countsOf(all));
  const dates = all.map(file => file.date).sort();
  return `## TrialSim.${name}

${tried} of about ${mutants} changes tried (${(100 * tried / Math.max(mutants, 1)).toFixed(0)} %), those of ${all.length} of ${filesUnder(join(repository, 'src', `TrialSim.${name}`))} files; ${dates[0]} to ${dates.at(-1)}, at ${[...new Set(all.map(file => file.commit))].join(', ')}.

| Folder | Files | Changes | Noticed | Never ended | Not noticed | In no test | Score |
|---|---|---|---|---|---|---|---|
${[...folders].sort().map(([folder, counts]) => row(folder, counts)).join('\n')}
${row('**all**', all)}
`;
}

writeFileSync(join(repository, 'docs', 'mutation-scores.md'), `# Mutation scores

Which share of small changes to the program the tests notice, by \`tests/mutate\` (Stryker.NET at its standard level; see [reliability](reliability.md)). Written by it, from mutation-scores.json. A whole campaign takes days, so that what has
been tried is a part of the files, chosen by the hashes of their names; the share is told with each project, and the score is that of the part.

${Object.keys(scores).sort().map(tableOf).join('\n')}`);

const now = sum(triedNow);
console.log(`TrialSim.${project}: ${total(now)} changes tried in ${triedNow.length} files, ${now.killed} noticed, ${now.timedOut} never ended, ${now.survived} not noticed, ${now.notCovered} in no test; score ${score(now)}, ${seconds} s.`);
// The floor is one of all files of the project that have been tried, not of those that happened to be tried now.
if (floorAsked === '--floor') {
  const floor = JSON.parse(readFileSync(join(repository, 'tests', 'mutation', `${project}.json`), 'utf8'))['stryker-config'].thresholds.break;
  const all = sum(Object.values(ofProject.files).map(({ killed, timedOut, survived, notCovered }) => ({ killed, timedOut, survived, notCovered })));
  if (!(Number(score(all)) >= floor)) {
    console.log(`TrialSim.${project}: a score of ${score(all)} in all, below the floor of ${floor} (tests/mutation/${project}.json).`);
    process.exit(1);
  }
}
