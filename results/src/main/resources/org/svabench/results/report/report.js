'use strict';
(function () {
  // Okabe and Ito, "Color universal design"; yellow is too light for lines on white and is left out.
  var PALETTE = ['#0072B2', '#E69F00', '#009E73', '#CC79A7', '#D55E00', '#56B4E9', '#8C8C8C'];
  var MARKERS = ['circle', 'rectRot', 'triangle', 'rect', 'star', 'crossRot', 'cross'];
  var DASHES = [[], [8, 4], [2, 3], [10, 3, 2, 3], [5, 2], [1, 4], [12, 4]];
  var data = JSON.parse(document.getElementById('charts').textContent);
  Object.keys(data).forEach(function (id) {
    data[id].panels.forEach(function (panel) {
      panel.series.forEach(function (series) {
        series.points = series.points.map(function (p) {
          return { x: p[0], y: some(p[1]), low: some(p[2]), high: some(p[3]), text: some(p[4]), warning: some(p[5]) };
        });
      });
    });
  });
  var root = document.documentElement;
  var drawn = [];

  function some(value) {
    return value === null ? undefined : value;
  }
  function dark() {
    var chosen = root.getAttribute('data-theme');
    return chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  }
  function css(name) {
    return getComputedStyle(root).getPropertyValue('--' + name).trim();
  }
  function element(name, attributes, parent) {
    var made = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) {
      if (key === 'text') made.textContent = attributes[key];
      else made.setAttribute(key, attributes[key]);
    });
    if (parent) parent.appendChild(made);
    return made;
  }
  function colour(series) {
    return PALETTE[series.colour % PALETTE.length];
  }
  // Beyond the palette a colour comes again with another dash and marker.
  function turn(series) {
    return series.colour + Math.floor(series.colour / PALETTE.length);
  }
  function fade(hex, alpha) {
    return hex + Math.round(alpha * 255).toString(16).padStart(2, '0');
  }
  function short(text, most) {
    var plain = String(text);
    return plain.length > most ? plain.slice(0, most - 1) + '…' : plain;
  }
  function number(value) {
    if (value === 0) return '0';
    var size = Math.abs(value);
    if (size >= 1e9) return +(value / 1e9).toPrecision(3) + ' G';
    if (size >= 1e6) return +(value / 1e6).toPrecision(3) + ' M';
    if (size >= 1e4) return +(value / 1e3).toPrecision(3) + ' k';
    return String(+value.toPrecision(3));
  }
  function percentile(x) {
    if (x <= 1.0001) return '0 %';
    var nines = Math.round(Math.log10(x) * 1000) / 1000;
    if (Math.abs(nines - Math.round(nines)) < 1e-6) {
      var n = Math.round(nines);
      return n === 0 ? '0 %' : n === 1 ? '90 %' : '99' + (n > 2 ? '.' + '9'.repeat(n - 2) : '') + ' %';
    }
    return +(100 * (1 - 1 / x)).toPrecision(4) + ' %';
  }

  // Whiskers of intervals over bars, and vertical marks over lines.
  var overlay = {
    id: 'overlay',
    afterDatasetsDraw: function (chart) {
      var panel = chart.$panel, context = chart.ctx, area = chart.chartArea;
      context.save();
      context.beginPath();
      context.rect(area.left, area.top, area.width, area.height);
      context.clip();
      chart.data.datasets.forEach(function (set, i) {
        if (!chart.isDatasetVisible(i) || !set.$whiskers) return;
        var scale = chart.scales.x;
        chart.getDatasetMeta(i).data.forEach(function (bar, j) {
          var range = set.$whiskers[j];
          if (!range || set.data[j] === null) return;
          var low = scale.getPixelForValue(range[0]), high = scale.getPixelForValue(range[1]);
          context.strokeStyle = css('fg');
          context.lineWidth = 1.5;
          context.beginPath();
          context.moveTo(low, bar.y); context.lineTo(high, bar.y);
          [low, high].forEach(function (x) { context.moveTo(x, bar.y - 4); context.lineTo(x, bar.y + 4); });
          context.stroke();
        });
      });
      context.font = 'bold 12px system-ui,sans-serif';
      context.textBaseline = 'middle';
      context.textAlign = 'center';
      chart.data.datasets.forEach(function (set, i) {
        if (!chart.isDatasetVisible(i) || chart.config.type !== 'bar') return;
        chart.getDatasetMeta(i).data.forEach(function (bar, j) {
          if (!set.$warnings[j] || set.data[j] === null) return;
        context.fillStyle = css('warnline');
        context.beginPath();
        context.arc(area.left + 9, bar.y, 7, 0, 2 * Math.PI);
        context.fill();
        context.fillStyle = css('bg');
        context.fillText('!', area.left + 9, bar.y + 0.5);
        });
      });
      (panel.marks || []).forEach(function (mark) {
        var x = chart.scales.x.getPixelForValue(mark.x);
        context.strokeStyle = css('fg');
        context.setLineDash([4, 4]);
        context.lineWidth = 1.5;
        context.beginPath();
        context.moveTo(x, area.top); context.lineTo(x, area.bottom);
        context.stroke();
      });
      context.restore();
    }
  };
  Chart.register(overlay);

  function pattern(series) {
    // The second of a pair (waits beside commands) is hatched, so that print and the colour-blind see it.
    var size = 8, tile = document.createElement('canvas');
    tile.width = tile.height = size;
    var context = tile.getContext('2d');
    context.fillStyle = fade(colour(series), dark() ? 0.35 : 0.22);
    context.fillRect(0, 0, size, size);
    context.strokeStyle = colour(series);
    context.lineWidth = 1.5;
    context.beginPath();
    [[0, 8, 8, 0], [-2, 2, 2, -2], [6, 10, 10, 6]].forEach(function (l) {
      context.moveTo(l[0], l[1]); context.lineTo(l[2], l[3]);
    });
    context.stroke();
    return context.createPattern(tile, 'repeat');
  }

  function bars(series, panel) {
    var values = panel.labels.map(function () { return null; });
    var whiskers = panel.labels.map(function () { return null; });
    var texts = panel.labels.map(function () { return ''; });
    var warnings = panel.labels.map(function () { return ''; });
    series.points.forEach(function (point) {
      values[point.x] = point.y === undefined ? null : point.y;
      texts[point.x] = point.text === undefined ? String(point.y) : point.text;
      warnings[point.x] = point.warning || '';
      if (point.low !== undefined && point.high !== undefined) whiskers[point.x] = [point.low, point.high];
    });
    var any = whiskers.some(function (w) { return w; });
    return {
      label: series.name, data: values, stack: series.stack, $texts: texts, $warnings: warnings, $whiskers: any ? whiskers : null,
      backgroundColor: series.variant || series.colour >= PALETTE.length ? pattern(series) : fade(colour(series), any ? 0.55 : 0.9),
      borderColor: colour(series), borderWidth: 1, maxBarThickness: 22, minBarLength: 2,
      categoryPercentage: 0.8, barPercentage: 0.92
    };
  }
  // Where response stands beside service the line says which it is, and the colour whose.
  function dashes(series, panel) {
    var paired = panel.series.some(function (s) { return s.variant; });
    return paired ? (series.variant ? [] : [2, 4]) : DASHES[turn(series) % DASHES.length];
  }
  function line(series, kind, panel) {
    var dash = dashes(series, panel);
    return {
      label: series.name,
      data: series.points.map(function (p) { return { x: p.x, y: p.y === undefined ? null : p.y }; }),
      $texts: series.points.map(function (p) {
        return p.text !== undefined ? p.text : kind === 'PERCENTILES' ? p.y + ' ns at ' + percentile(p.x) : String(p.y);
      }),
      $warnings: series.points.map(function (p) { return p.warning || ''; }),
      borderColor: colour(series), backgroundColor: colour(series), borderDash: dash, borderWidth: 2,
      pointStyle: MARKERS[turn(series) % MARKERS.length],
      pointRadius: kind === 'HISTORY' ? 4 : series.points.length > 60 ? 0 : kind === 'PERCENTILES' ? 0 : 3,
      pointHoverRadius: 6, spanGaps: true, tension: 0,
      stepped: kind === 'PERCENTILES' ? 'before' : false
    };
  }

  // Room for whiskers, but not so much that one wild interval flattens everything.
  function reach(panel) {
    var values = [], ends = [];
    panel.series.forEach(function (s) {
      s.points.forEach(function (p) {
        if (p.y !== undefined) values.push(p.y);
        if (p.high !== undefined) ends.push(p.high);
      });
    });
    return ends.length ? Math.min(Math.max.apply(null, ends), 1.5 * Math.max.apply(null, values)) : undefined;
  }

  function axes(chart, panel) {
    var grid = { color: css('line') }, ticks = { color: css('soft') };
    function title(text) { return { display: !!text, text: short(text, 80), color: css('soft') }; }
    if (chart.kind === 'BARS') {
      return {
        x: {
          type: 'linear', beginAtZero: true, stacked: true, grid: grid, suggestedMax: reach(panel),
          title: title(panel.y), ticks: { color: ticks.color, callback: number, maxRotation: 0 }
        },
        y: {
          type: 'category', stacked: true, grid: { display: false }, title: { display: false },
          ticks: {
            color: css('fg'), autoSkip: false,
            callback: function (v) { return short(this.getLabelForValue(v), innerWidth < 640 ? 16 : 40); }
          }
        }
      };
    }
    var y = {
      type: panel.logarithmic ? 'logarithmic' : 'linear', beginAtZero: !panel.logarithmic, grid: grid,
      title: title(panel.y), ticks: { color: ticks.color, callback: number, maxTicksLimit: 9 }
    };
    if (chart.kind === 'PERCENTILES') {
      return {
        x: {
          type: 'logarithmic', min: 1, grid: grid, title: title('percentile, spaced by 1/(1−p)'),
          afterBuildTicks: function (axis) {
            var wanted = [1, 2];
            for (var x = 10; x <= axis.max * 1.01; x *= 10) wanted.push(x);
            axis.ticks = wanted.filter(function (v) { return v >= axis.min * 0.999 && v <= axis.max * 1.001; })
              .map(function (v) { return { value: v }; });
          },
          ticks: { color: ticks.color, callback: percentile, autoSkip: false, maxRotation: 45 }
        },
        y: y
      };
    }
    return {
      x: chart.kind === 'HISTORY'
        ? {
          type: 'linear', min: -0.3, max: panel.labels.length - 0.7, grid: { display: false }, title: title(chart.x),
          ticks: {
            color: ticks.color, stepSize: 1, maxRotation: 60, autoSkip: true,
            callback: function (v) { return Number.isInteger(v) ? short(panel.labels[v] || '', 12) : ''; }
          }
        }
        : { type: 'linear', grid: grid, title: title(chart.x), ticks: ticks },
      y: y
    };
  }

  function height(chart, panel) {
    if (chart.kind !== 'BARS') return Math.max(280, Math.min(440, innerWidth * 0.55));
    var stacks = new Set(panel.series.map(function (s) { return s.stack; })).size;
    return Math.min(2400, Math.max(150, 70 + panel.labels.length * (stacks * 20 + 16)));
  }

  function sample() {
    var svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('width', '26'); svg.setAttribute('height', '12'); svg.setAttribute('aria-hidden', 'true');
    return svg;
  }
  function swatch(series, kind, panel) {
    var svg = sample(), space = 'http://www.w3.org/2000/svg';
    var shape = document.createElementNS(space, kind === 'BARS' ? 'rect' : 'line');
    var attributes = kind === 'BARS'
      ? { x: 6, y: 1, width: 14, height: 10, fill: colour(series), 'fill-opacity': series.variant || series.colour >= PALETTE.length ? 0.25 : 0.9, stroke: colour(series) }
      : { x1: 0, y1: 6, x2: 26, y2: 6, stroke: colour(series), 'stroke-width': 2.5,
        'stroke-dasharray': dashes(series, panel).join(' ') };
    Object.keys(attributes).forEach(function (key) { shape.setAttribute(key, attributes[key]); });
    svg.appendChild(shape);
    return svg;
  }

  function build(host) {
    var id = host.getAttribute('data-chart'), chart = data[id];
    if (!chart) return;
    var tools = element('div', { class: 'tools' }, host);
    var state = { panel: 0, hidden: {}, instance: null, at: [-1, -1] };
    function choice(field, label) {
      var names = [];
      chart.panels.forEach(function (panel) { if (names.indexOf(panel[field]) < 0) names.push(panel[field]); });
      if (names.length < 2) return;
      var select = element('select', {}, element('label', { text: label + ' ' }, tools));
      names.forEach(function (name, i) { element('option', { value: i, text: short(name, 60) }, select); });
      select.addEventListener('change', function () {
        // The panel that has what was chosen, and of the rest as much as there is.
        var now = chart.panels[state.panel], other = field === 'facet' ? 'name' : 'facet';
        var fitting = chart.panels.filter(function (panel) { return panel[field] === names[+select.value]; });
        var best = fitting.filter(function (panel) { return panel[other] === now[other]; })[0] || fitting[0];
        state.panel = chart.panels.indexOf(best);
        state.hidden = {};
        tools.querySelectorAll('select').forEach(function (s) { if (s !== select) s.value = s.$names.indexOf(best[other]); });
        draw();
      });
      select.$names = names;
    }
    choice('facet', 'of');
    choice('name', chart.chooser);
    [['+', 'Zoom in', function () { state.instance.zoom(1.4); }],
      ['−', 'Zoom out', function () { state.instance.zoom(0.7); }],
      ['Reset', 'Reset zoom', function () { state.instance.resetZoom(); }]].forEach(function (tool) {
      element('button', { type: 'button', text: tool[0], 'aria-label': tool[1], title: tool[1] }, tools)
        .addEventListener('click', tool[2]);
    });
    var legend = element('ul', { class: 'legend', 'aria-label': 'Series; press to hide or show' }, host);
    var box = element('div', { class: 'canvas' }, host);
    var canvas = element('canvas', { tabindex: '0', role: 'img' }, box);
    var tip = element('div', { class: 'tip', 'aria-live': 'polite' }, box);

    function show(tooltip) {
      if (!tooltip.opacity || !tooltip.dataPoints || !tooltip.dataPoints.length) {
        tip.style.visibility = 'hidden';
        return;
      }
      tip.textContent = '';
      var panel = chart.panels[state.panel], first = tooltip.dataPoints[0];
      var head = chart.kind === 'BARS' ? panel.labels[first.dataIndex]
        : chart.kind === 'HISTORY' ? panel.labels[first.parsed.x] : chart.kind === 'LINES' ? chart.x + ' ' + first.parsed.x : '';
      if (head) element('b', { text: short(head, 120) }, tip);
      tooltip.dataPoints.forEach(function (point) {
        var text = point.dataset.$texts[point.dataIndex];
        element('div', { text: short(point.dataset.label, 80) + ': ' + text }, tip);
        if (point.dataset.$warnings[point.dataIndex]) element('div', { text: '! ' + point.dataset.$warnings[point.dataIndex] }, tip);
      });
      tip.style.visibility = 'visible';
      var x = Math.min(Math.max(0, tooltip.caretX + 12), box.clientWidth - tip.offsetWidth - 2);
      tip.style.left = Math.max(0, x) + 'px';
      tip.style.top = Math.max(0, tooltip.caretY - tip.offsetHeight - 10) + 'px';
    }

    function draw() {
      var panel = chart.panels[state.panel];
      if (state.instance) state.instance.destroy();
      tip.style.visibility = 'hidden';
      box.style.height = height(chart, panel) + 'px';
      state.instance = new Chart(canvas, {
        type: chart.kind === 'BARS' ? 'bar' : 'line',
        data: {
          labels: chart.kind === 'BARS' ? panel.labels : undefined,
          datasets: panel.series.map(function (series, i) {
            var set = chart.kind === 'BARS' ? bars(series, panel) : line(series, chart.kind, panel);
            set.hidden = !!state.hidden[i];
            return set;
          })
        },
        plugins: [{ id: 'panel', beforeInit: function (made) { made.$panel = panel; } }],
        options: {
          indexAxis: chart.kind === 'BARS' ? 'y' : 'x', responsive: true, maintainAspectRatio: false, animation: false,
          parsing: chart.kind === 'BARS', normalized: true,
          interaction: chart.kind === 'BARS' ? { mode: 'nearest', axis: 'y', intersect: false } : { mode: 'nearest', axis: 'xy', intersect: false },
          scales: axes(chart, panel),
          plugins: {
            legend: { display: false },
            tooltip: { enabled: false, external: function (context) { show(context.tooltip); } },
            zoom: {
              zoom: {
                drag: { enabled: true, modifierKey: 'shift', backgroundColor: fade('#56B4E9', 0.25) },
                wheel: { enabled: true, modifierKey: 'ctrl' }, mode: chart.kind === 'BARS' ? 'x' : 'xy'
              },
              pan: { enabled: true, mode: chart.kind === 'BARS' ? 'x' : 'xy' }
            }
          }
        }
      });
      canvas.setAttribute('aria-label', description(panel));
      legend.textContent = '';
      panel.series.forEach(function (series, i) {
        var item = element('li', {}, legend);
        var button = element('button', { type: 'button', 'aria-pressed': String(!state.hidden[i]) }, item);
        button.appendChild(swatch(series, chart.kind, panel));
        element('span', { text: short(series.name, 60), dir: 'auto' }, button);
        button.addEventListener('click', function () {
          state.hidden[i] = !state.hidden[i];
          button.setAttribute('aria-pressed', String(!state.hidden[i]));
          state.instance.setDatasetVisibility(i, !state.hidden[i]);
          state.instance.update();
        });
      });
      host.$chart = state.instance;
    }

    function description(panel) {
      return 'Chart of ' + panel.y + (panel.name ? ', ' + panel.name : '') + (panel.facet ? ', ' + panel.facet : '') + ', ' + panel.series.length
        + ' series: ' + short(panel.series.map(function (s) { return s.name; }).join(', '), 300)
        + '. Arrow keys read the values; a data table follows.';
    }

    // Left and right walk along a series, up and down change it.
    canvas.addEventListener('keydown', function (event) {
      var steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
      if (event.key === 'Escape') { activate(-1, -1); return; }
      var step = steps[event.key];
      if (!step) return;
      event.preventDefault();
      var sets = state.instance.data.datasets, set = Math.max(0, state.at[0]), index = Math.max(0, state.at[1]);
      if (state.at[0] >= 0) {
        set = (set + step[0] + sets.length) % sets.length;
        index = (index + step[1] + sets[set].data.length) % sets[set].data.length;
      }
      activate(set, Math.min(index, sets[set].data.length - 1));
    });
    function activate(set, index) {
      state.at = [set, index];
      var active = set < 0 ? [] : [{ datasetIndex: set, index: index }];
      state.instance.setActiveElements(active);
      var bar = set < 0 ? null : state.instance.getDatasetMeta(set).data[index];
      state.instance.tooltip.setActiveElements(active, bar ? { x: bar.x, y: bar.y } : { x: 0, y: 0 });
      state.instance.update('none');
    }

    draw();
    drawn.push(draw);
  }

  document.querySelectorAll('.chart').forEach(build);

  // Of a long table rows can be chosen by what stands in them.
  document.querySelectorAll('.scroll').forEach(function (scroll) {
    var rows = scroll.querySelectorAll('tbody tr');
    if (rows.length < 20) return;
    var input = element('input', { type: 'search', class: 'filter', placeholder: 'Filter ' + rows.length + ' rows', 'aria-label': 'Filter rows' });
    scroll.parentNode.insertBefore(input, scroll);
    input.addEventListener('input', function () {
      var words = input.value.toLowerCase().split(/\s+/);
      rows.forEach(function (row) {
        var text = row.textContent.toLowerCase();
        row.hidden = !words.every(function (word) { return text.indexOf(word) >= 0; });
      });
    });
  });

  var theme = document.getElementById('theme');
  function name() { theme.textContent = dark() ? 'Light' : 'Dark'; theme.setAttribute('aria-label', 'Switch to ' + theme.textContent.toLowerCase() + ' colours'); }
  theme.hidden = false;
  name();
  theme.addEventListener('click', function () {
    root.setAttribute('data-theme', dark() ? 'light' : 'dark');
    redraw();
  });
  function redraw() { name(); drawn.forEach(function (draw) { draw(); }); }
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  window.addEventListener('beforeprint', function () {
    document.querySelectorAll('details').forEach(function (d) { d.open = true; });
    Object.keys(Chart.instances).forEach(function (key) { Chart.instances[key].resize(); });
  });
})();
