// Reads a Vega-Lite specification from standard input and writes an image to standard output:
//   node render.mjs svg
//   node render.mjs png <pixels per CSS pixel>
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';

const require = createRequire(import.meta.url);

/**
 * Without a canvas to measure with, Vega takes every letter for as wide as 0.8 of its height: pictures would be too wide, and names cut short that fit.
 * This one knows about the widths of DejaVu Sans, which is rather wide; Vega takes it when it loads.
 */
const widthOf = letter => /[ijl.,:;'|!]/.test(letter) ? 0.3 : /[frt()[\]\s·-]/.test(letter) ? 0.4 : /[mwMW%@…—]/.test(letter) ? 0.95 : /[A-Z]/.test(letter) ? 0.7 : 0.61;
const ruler = {
  font: '',
  measureText(text) {
    const [, weight, size] = /(bold|\d{3})?\s*([\d.]+)px/.exec(this.font) ?? [, '', 11];
    const bold = weight === 'bold' || Number(weight) >= 600 ? 1.1 : 1;
    return { width: [...String(text)].reduce((width, letter) => width + widthOf(letter), 0) * Number(size) * bold };
  },
};
globalThis.document = { createElement: () => ({ getContext: () => ruler }) };

/** The Vega build for browsers is also a CommonJS module; the Vega-Lite build asks for it by its package name. */
const vega = require('./vega.cjs');
delete globalThis.document;
const vegaLite = loadWithVega('./vega-lite.cjs');

function loadWithVega(path) {
  const module = { exports: {} };
  new Function('module', 'exports', 'require', readFileSync(new URL(path, import.meta.url), 'utf8'))(
    module, module.exports, () => vega);
  return module.exports;
}

const [format, scale] = process.argv.slice(2);

/** A chart carries its own data and loads nothing: neither a file of this machine nor anything from a network. */
const elsewhere = [];
const loader = {
  load: async place => {
    elsewhere.push(place);
    return '[]';
  },
  sanitize: async place => {
    elsewhere.push(place);
    return { href: '' };
  },
};

async function draw() {
  // As a stream: reading the descriptor at once fails with EAGAIN where the writer is not ready yet.
  const specification = JSON.parse(await text(process.stdin));
  const compiled = vegaLite.compile(specification, { logger: vega.logger(vega.Error) }).spec;
  const view = new vega.View(vega.parse(compiled), { renderer: 'none', loader, logger: vega.logger(vega.Warn) });
  const svg = await view.toSVG();
  if (elsewhere.length > 0) {
    throw new Error(`It has no data or pictures of its own, but would load ${elsewhere[0]}.`);
  }
  if (format === 'svg') {
    return svg;
  }
  const { Resvg } = require('@resvg/resvg-js');
  const image = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: Number(scale) },
    font: { loadSystemFonts: true, defaultFontFamily: 'DejaVu Sans' },
  });
  return image.render().asPng();
}

try {
  process.stdout.write(await draw());
} catch (error) {
  // The reason alone: a stack shows the libraries' whole text, which stands in one line.
  process.stderr.write(`${error?.message ?? error}\n`);
  process.exitCode = 1;
}
