// Draws each chart into its place, as wide as the page allows, and again when the page changes its width.
(() => {
  'use strict';

  const narrowest = 160;
  const widest = 880;
  const plotsOf = spec => spec.vconcat ?? [spec];

  function optionsFor(name) {
    return {
      mode: 'vega-lite',
      renderer: 'svg',
      actions: { export: { svg: true, png: true }, source: false, compiled: false, editor: false },
      scaleFactor: { svg: 1, png: 3 },
      tooltip: { theme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light' },
      downloadFileName: name,
    };
  }

  // Titles have as many lines as they need, so that a phone shows them whole.
  function linesOf(text, width, letter) {
    const lines = [];
    for (const word of [text].flat().join(' ').split(' ')) {
      if (lines.length > 0 && (lines.at(-1).length + 1 + word.length) * letter <= width) {
        lines[lines.length - 1] += ` ${word}`;
      } else {
        lines.push(word);
      }
    }
    return lines;
  }

  function fitTitle(title, width) {
    title.text = linesOf(title.text, width, 9.6);
    if (title.subtitle) {
      title.subtitle = linesOf(title.subtitle, width, 7);
    }
  }

  async function drawAt(place, name, width) {
    const spec = JSON.parse(document.getElementById(`spec-${name}`).textContent);
    // Long names are shortened rather than let to widen the picture.
    spec.config.title.limit = place.clientWidth - 48;
    fitTitle(spec.title, place.clientWidth - 48);
    spec.config.legend.labelLimit = width - 28;
    spec.config.axis.labelLimit = Math.min(spec.config.axis.labelLimit, place.clientWidth * 0.3);
    for (const plot of plotsOf(spec)) {
      plot.width = width;
    }
    place.result?.finalize();
    place.result = await vegaEmbed(place, spec, optionsFor(name));
    return place.querySelector('svg.marks').getBoundingClientRect().width;
  }

  // Where one width is that of the whole picture, it can be changed without drawing everything anew.
  async function isResized(view, from, to) {
    if (view.width() !== from) {
      return false;
    }
    await view.width(to).runAsync();
    return true;
  }

  // The labels beside the plot take a width that is known only once they are drawn.
  async function draw(place) {
    const name = place.dataset.chart;
    const room = Math.min(place.clientWidth, widest);
    const first = Math.max(room - 60, narrowest);
    place.classList.add('measuring');
    const taken = await drawAt(place, name, first);
    const second = Math.max(Math.floor(first + room - taken), narrowest);
    if (second !== first && !await isResized(place.result.view, first, second)) {
      await drawAt(place, name, second);
    }
    place.classList.remove('measuring');
    place.closest('figure').classList.add('drawn');
  }

  const places = [...document.querySelectorAll('.chart')];

  async function drawAll() {
    for (const place of places) {
      await draw(place);
    }
    document.documentElement.dataset.charts = 'drawn';
  }

  let width = window.innerWidth;
  let waiting;
  window.addEventListener('resize', () => {
    clearTimeout(waiting);
    if (window.innerWidth !== width) {
      width = window.innerWidth;
      waiting = setTimeout(drawAll, 150);
    }
  });

  drawAll();
})();
