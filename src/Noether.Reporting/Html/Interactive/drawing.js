// Ink on the sheet: marks, lines, bars, cells, axes.
const ink = "#32363b";
const hair = "#dfe3e8";
const shapes = 5; // no divisor of the number of lightnesses that colours take turns in: neighbours differ in both

function tracePath(context, shape, x, y, r) {
  context.beginPath();
  switch (shape) {
    case 0:
      context.arc(x, y, r, 0, 2 * Math.PI);
      break;
    case 1:
      context.rect(x - 0.85 * r, y - 0.85 * r, 1.7 * r, 1.7 * r);
      break;
    case 2:
      [[0, -1.15], [1.05, 0.8], [-1.05, 0.8]].forEach(([a, b]) => context.lineTo(x + a * r, y + b * r));
      break;
    case 3:
      [[0, -1.25], [1.05, 0], [0, 1.25], [-1.05, 0]].forEach(([a, b]) => context.lineTo(x + a * r, y + b * r));
      break;
    default:
      context.rect(x - 1.15 * r, y - 0.4 * r, 2.3 * r, 0.8 * r);
      context.rect(x - 0.4 * r, y - 1.15 * r, 0.8 * r, 2.3 * r);
  }
}

const stamps = new Map();

// A mark drawn once, to be copied thousands of times.
function stampOf(colour, shape, size, density) {
  const key = `${colour} ${shape} ${size.toFixed(1)} ${density}`;
  if (!stamps.has(key)) {
    const half = Math.ceil(0.7 * size + 1);
    const stamp = document.createElement("canvas");
    stamp.width = stamp.height = 2 * half * density;
    const context = stamp.getContext("2d");
    context.scale(density, density);
    context.fillStyle = colour;
    tracePath(context, shape, half, half, size / 2);
    context.fill();
    stamps.set(key, { stamp, half });
  }
  return stamps.get(key);
}

function ticksOf(least, most, wanted, wholeOnly) {
  const rough = (most - least) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(wholeOnly ? 1 : 0, power * [1, 2, 5, 10].find((factor) => factor * power >= rough));
  const ticks = [];
  if (!(Math.max(Math.abs(least), Math.abs(most)) < 1e9 * step)) {
    return ticks; // numbers that differ in their last digits alone
  }
  for (let k = Math.ceil(least / step); k * step <= most; k++) {
    ticks.push(Math.abs(k * step) < step / 1e6 ? 0 : k * step);
  }
  return ticks;
}

const fixed = (value) => (Math.abs(value) < 5e-4 ? 0 : value).toFixed(3).replace("-", "\u2212");

const raised = (exponent) => `10${String(exponent).replace("-", "\u207b").replace(/\d/g, (digit) => "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"[digit])}`;

function drawAxes(context, view, panel) {
  const { left, top, width, height } = view.area;
  const [[x0, above], [x1, below]] = [view.at(left, top), view.at(left + width, top + height)];
  context.strokeStyle = hair;
  context.fillStyle = ink;
  context.lineWidth = 1;
  context.textAlign = "center";
  for (const x of ticksOf(x0, x1, width / 70, panel.whole || panel.cells)) {
    const at = Math.round(view.across(x)) + 0.5;
    context.strokeRect(at, top, 0, height);
    context.fillText(short(x), at, top + height + 15);
  }
  context.textAlign = "right";
  for (const y of ticksOf(Math.min(above, below), Math.max(above, below), height / 50, panel.log || panel.cells)) {
    const at = Math.round(view.down(y)) + 0.5;
    context.strokeRect(left, at, width, 0);
    context.fillText(panel.log ? raised(y) : short(y), left - 6, at + 4);
  }
  context.textAlign = "center";
  context.fillText(panel.x, left + width / 2, top + height + 33);
  context.save();
  context.translate(13, top + height / 2);
  context.rotate(-Math.PI / 2);
  context.fillText(panel.y, 0, 0);
  context.restore();
}

function drawBox(context, view, panel) {
  const corner = (bits) => view.spot(...[0, 1, 2].map((axis) => view.bounds[axis][(bits >> axis) & 1]));
  context.lineWidth = 1;
  context.fillStyle = ink;
  context.textAlign = "center";
  for (let bits = 0; bits < 8; bits++) {
    for (let axis = 0; axis < 3; axis++) {
      if (!((bits >> axis) & 1)) {
        const [[ax, ay], [bx, by]] = [corner(bits), corner(bits | (1 << axis))];
        context.strokeStyle = bits === 0 ? ink : hair;
        context.beginPath();
        context.moveTo(ax, ay);
        context.lineTo(bx, by);
        context.stroke();
        if (bits === 0) {
          context.fillText([panel.x, panel.y, panel.z][axis], ax + (bx - ax) * 1.1, ay + (by - ay) * 1.1 + 4);
        }
      }
    }
  }
}

function drawHeat(context, view, heat) {
  if (!heat.picture) {
    heat.picture = document.createElement("canvas");
    [heat.picture.width, heat.picture.height] = [heat.columns, heat.rows];
    const pixels = new ImageData(heat.columns, heat.rows);
    heat.values.forEach((value, i) => pixels.data.set(colourAt(heat, value), 4 * i));
    heat.picture.getContext("2d").putImageData(pixels, 0, 0);
  }
  const [x0, x1, y0, y1] = [view.across(heat.left), view.across(heat.right), view.down(heat.top), view.down(heat.bottom)];
  context.imageSmoothingEnabled = false;
  context.drawImage(heat.picture, x0, y0, x1 - x0, y1 - y0);
  if (heat.signed && heat.rows <= 8 && heat.columns <= 8 && (x1 - x0) / heat.columns > 40) {
    const most = Math.max(...heat.values.map(Math.abs));
    context.textAlign = "center";
    heat.values.forEach((value, i) => {
      context.fillStyle = Math.abs(value) > 0.55 * most ? "#fff" : ink;
      context.fillText(fixed(value), x0 + ((i % heat.columns) + 0.5) * (x1 - x0) / heat.columns, y0 + (Math.floor(i / heat.columns) + 0.5) * (y1 - y0) / heat.rows + 4);
    });
  }
}

function colourAt(heat, value) {
  const [least, most] = heat.signed ? [-Math.max(Math.abs(heat.from), Math.abs(heat.to)), Math.max(Math.abs(heat.from), Math.abs(heat.to))] : [heat.from, heat.to];
  const at = Number.isFinite(value) && most > least ? ((value - least) / (most - least)) * (heat.colours.length - 1) : 0;
  const colour = heat.colours[Math.round(at)];
  return [1, 3, 5].map((place) => parseInt(colour.slice(place, place + 2), 16)).concat(Number.isFinite(value) ? 255 : 0);
}

function drawLine(context, line, places) {
  context.strokeStyle = context.fillStyle = line.colour;
  context.lineWidth = 2;
  context.beginPath();
  for (let i = 0; i < line.x.length; i++) {
    if (Number.isFinite(places.y[i])) {
      context.lineTo(places.x[i], places.y[i]);
    }
  }
  context.stroke();
  if (line.marked) {
    for (let i = 0; i < line.x.length; i++) {
      tracePath(context, 0, places.x[i], places.y[i], 3);
      context.fill();
    }
  }
}

function drawBars(context, view, bars) {
  const floor = view.panel.log ? view.home.y[0] : 0;
  bars.y.forEach((value, i) => {
    if (Number.isFinite(value)) {
      context.fillStyle = bars.colours[i < bars.kept ? 0 : 1];
      const [left, right] = [view.across(i + 0.6), view.across(i + 1.4)];
      context.fillRect(left, Math.min(view.down(value), view.down(floor)), right - left, Math.abs(view.down(floor) - view.down(value)));
    }
  });
}
