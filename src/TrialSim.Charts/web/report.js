// Draws each chart into its place, as wide as the page allows, those on the screen first, and again when the page changes its width.
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

  /** Pixels from the screen; 0 for what is on it. */
  function distanceOf(place) {
    const box = place.getBoundingClientRect();
    return Math.max(box.top - window.innerHeight, -box.bottom, 0);
  }

  // What was begun for a width that the page has no longer is given up.
  let round = 0;

  // The nearest to the screen is next, wherever the reader has gone meanwhile; at last all are there, to be printed or searched.
  async function drawAll() {
    const ours = ++round;
    const waiting = new Set(places);
    while (waiting.size > 0) {
      const [distance, next] = [...waiting].map(place => [distanceOf(place), place]).reduce((least, one) => one[0] < least[0] ? one : least);
      document.documentElement.dataset.charts = distance > 0 ? 'on screen' : 'waiting';
      waiting.delete(next);
      try {
        await draw(next);
      } catch (error) {
        console.error(error);
        next.textContent = `This chart could not be drawn (${error.message}). Its figures are in the table beneath.`;
      }
      await new Promise(resolve => { setTimeout(resolve); });
      if (ours !== round) {
        return;
      }
    }
    document.documentElement.dataset.charts = 'drawn';
  }

  let width = window.innerWidth;
  let pause;
  window.addEventListener('resize', () => {
    clearTimeout(pause);
    if (window.innerWidth !== width) {
      width = window.innerWidth;
      pause = setTimeout(drawAll, 150);
    }
  });

  drawAll();
})();
